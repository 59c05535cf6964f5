import type { Ruleset } from "#app/routing/ruleset.ts";

/** Tags that name goods a store can seldom pack or may not ship. */
const DELICATE = ["fragile", "oversized", "hazmat"];
const SENT = ["shipping", "local"] as const;

/** What a shop starts with: few enough rules to explain in a minute, each harmless where it never fits. */
export const defaultRuleset: Ruleset = {
  guardrails: [
    {
      id: "delicate goods",
      when: { itemTags: DELICATE, deliveryMethods: SENT },
      onlyFrom: { types: ["warehouse"] },
    },
    { id: "at most three parcels", maxParcels: 3 },
    { id: "keep the promise", when: { deliveryMethods: SENT }, withinPromise: true },
    {
      id: "review risky orders",
      when: { orderTags: ["risk:investigate", "risk:cancel"] },
      hold: "Shopify advises a look at this order's payment",
    },
  ],
  lanes: [
    {
      id: "pickup",
      when: { deliveryMethods: ["pickup"] },
      priorities: ["lowest_cost"],
    },
    {
      id: "local delivery",
      when: { deliveryMethods: ["local"] },
      priorities: ["nearest", "lowest_cost"],
    },
    {
      id: "priority customers",
      when: { customerTags: ["vip", "priority"] },
      priorities: ["earliest_delivery", "lowest_cost"],
    },
    {
      id: "marketplaces",
      when: { channels: ["amazon", "ebay", "etsy", "walmart"] },
      priorities: ["lowest_cost", "fewest_parcels"],
    },
    { id: "everything else", priorities: ["lowest_cost", "fewest_parcels", "nearest"] },
  ],
  whenNothingFits: ["allow_split", "relax_promise", "partial", "exception"],
};
