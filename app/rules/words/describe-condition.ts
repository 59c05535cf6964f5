import type { Condition } from "#app/routing/ruleset.ts";
import { describeItemKeys } from "./describe-items.ts";
import { describeOrderKeys } from "./describe-order-keys.ts";
import { joinWords } from "./join-words.ts";
import type { RuleWords } from "./rule-words.ts";

/**
 * Whom a rule is about: "Every order", "Items tagged “fragile” in orders going to CA", or with "any"
 * "Orders for which any of these holds: going to CA; with items tagged “fragile”". The first letter is
 * a capital one.
 */
export function describeOrders(condition: Condition | undefined, words: RuleWords): string {
  if (!condition) return "Every order";
  const items = describeItemKeys(condition);
  const orders = describeOrderKeys(condition, words);
  if (condition.match === "any" && items.length + orders.length > 1) {
    const withItems = items.map((part) => `with items ${part}`);
    return `Orders for which any of these holds (${joinWords([...orders, ...withItems], "or")})`;
  }
  if (items.length === 0 && orders.length === 0) return "Every order";
  if (items.length === 0) return `Orders ${orders.join(" ")}`;
  if (orders.length === 0) return `Items ${items.join(" ")}`;
  return `Items ${items.join(" ")} in orders ${orders.join(" ")}`;
}
