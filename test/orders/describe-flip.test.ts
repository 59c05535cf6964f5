import { describe, expect, it } from "vitest";
import { describeFlip } from "#app/orders/explanation/describe-flip.ts";
import { gatherFacts } from "#app/orders/explanation/facts.ts";
import type { Flip } from "#app/routing/plan.ts";
import { routeOrder } from "#app/routing/route-order.ts";
import { smallSnapshot } from "#test/builders/decided-order.ts";

describe("what would have changed the plan", () => {
  const snapshot = smallSnapshot("7", { stock: [["1", "A", 1]], lines: [["A", 1]] });
  const decision = routeOrder(snapshot);
  const facts = gatherFacts(
    { snapshot, decision, maker: "engine", actor: "backroom" },
    {
      locations: new Map([["1", "Denver"]]),
      lines: new Map([["7-1", "Item A"]]),
      rules: new Map([["fragile", "Items tagged “fragile”: ship only from warehouses."]]),
    },
  );

  it.each<[Flip, string]>([
    [
      { change: "stock", locationId: "1", sku: "A", from: 1, to: 2 },
      "With 2 of Item A available at Denver instead of 1, the plan would be another.",
    ],
    [
      { change: "cost", locationId: "3", from: "1.0000", to: "0.2500" },
      "If handling a parcel at Columbus DC cost $0.25 instead of $1.00, the plan would be another.",
    ],
    [
      { change: "rule", rule: "fragile", from: "on", to: "off" },
      "With this rule off, the plan would be another: Items tagged “fragile”: ship only from warehouses.",
    ],
  ])("is a sentence with the figure before and after: %o", (flip, sentence) => {
    expect(describeFlip(facts, flip)).toBe(sentence);
  });
});
