import type { Explanation } from "../plan.ts";
import type { Ruling } from "./decide-order.ts";
import { findFlip } from "./find-flip.ts";
import { judgeLocations } from "./judge-locations.ts";
import { listAlternatives } from "./list-alternatives.ts";

/** Why this plan, from the very world and rules it was decided in. */
export function explainRuling(ruling: Ruling): Explanation {
  return {
    locations: judgeLocations(ruling),
    alternatives: listAlternatives(ruling),
    flip: findFlip(ruling),
  };
}
