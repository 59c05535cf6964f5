import type { Flip } from "../plan.ts";
import type { Ruling } from "./decide-order.ts";
import { findCostFlip } from "./find-cost-flip.ts";
import { findRuleFlip } from "./find-rule-flip.ts";
import { findMoreStockFlip } from "./find-more-stock-flip.ts";
import { findLessStockFlip } from "./find-less-stock-flip.ts";

/**
 * The smallest change found of one figure that gives another plan or outcome. Searched in this
 * order, the first kind that has one wins: more stock at one location (fewest units), a dearer
 * parcel at the chosen location (least money), a guardrail off (first in the list; only when there
 * is no full plan), less stock at a chosen location (fewest units).
 */
export function findFlip(ruling: Ruling): Flip | null {
  return (
    findMoreStockFlip(ruling) ??
    findCostFlip(ruling) ??
    findRuleFlip(ruling) ??
    findLessStockFlip(ruling)
  );
}
