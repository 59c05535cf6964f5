import { expect, test } from "vitest";
import { defaultRuleset } from "#app/rules/default-ruleset.ts";
import { describeRuleset } from "#app/rules/describe-ruleset.ts";
import { describeGuardrail } from "#app/rules/words/describe-guardrail.ts";
import { parseRuleset } from "#app/rules/parse-ruleset.ts";

const words = {
  locationName: (id: string) => (id === "7" ? "Denver" : `location ${id}`),
  currency: "USD",
};

test("the starter rules are a valid rule set", () => {
  expect(parseRuleset(defaultRuleset, "$", "product")).toEqual(defaultRuleset);
});

test("the starter rules read as sentences", () => {
  const { guardrails, lanes, whenNothingFits } = describeRuleset(
    { ruleset: defaultRuleset, disabled: ["at most three parcels"] },
    words,
  );
  expect(guardrails).toEqual([
    {
      id: "delicate goods",
      isOn: true,
      sentence:
        "Items tagged “fragile”, “oversized” or “hazmat” in orders shipped or delivered locally: ship only from warehouses.",
    },
    {
      id: "at most three parcels",
      isOn: false,
      sentence: "Every order: use at most 3 parcels.",
    },
    {
      id: "keep the promise",
      isOn: true,
      sentence:
        "Orders shipped or delivered locally: arrive within the days promised to the customer.",
    },
    {
      id: "review risky orders",
      isOn: true,
      sentence:
        "Orders tagged “risk:investigate” or “risk:cancel”: wait for a person to review (Shopify advises a look at this order's payment).",
    },
  ]);
  expect(lanes.map((lane) => lane.sentence)).toEqual([
    "Orders picked up in store: by lowest cost.",
    "Orders delivered locally: by shortest way to the customer, then lowest cost.",
    "Orders of customers tagged “vip” or “priority”: by earliest delivery, then lowest cost.",
    "Orders from amazon, ebay, etsy or walmart: by lowest cost, then fewest parcels.",
    "Every other order: by lowest cost, then fewest parcels, then shortest way to the customer.",
  ]);
  expect(whenNothingFits).toEqual([
    "allow more parcels",
    "let it arrive later than promised",
    "ship what can be shipped",
    "ask a person",
  ]);
});

test("the summary leaves out what is switched off and can be read in a minute", () => {
  const { summary } = describeRuleset(
    { ruleset: defaultRuleset, disabled: ["at most three parcels"] },
    words,
  );
  expect(summary).toHaveLength(3);
  expect(summary[0]).not.toContain("parcels");
  // 240 words a minute is a usual reading speed.
  expect(summary.join(" ").split(" ").length).toBeLessThan(240);
});

test("every effect and condition has words", () => {
  expect(
    describeGuardrail(
      {
        id: "all",
        when: {
          countryCodes: ["US"],
          provinceCodes: ["CA"],
          channels: ["instagram", "online_store"],
          minOrderValue: "150",
          maxOrderValue: "500",
          skus: ["A", "B"],
          orderTags: ["gift"],
          customerTags: ["vip"],
        },
        onlyFrom: { types: ["store"], groups: ["west"] },
        neverFrom: { ids: ["7", "8"] },
        minAvailable: 2,
        withinKm: 50,
        withinPromise: true,
        maxParcels: 1,
        minParcelValue: "30",
        sameParcel: true,
        minMargin: "5",
        hold: "look",
      },
      words,
    ),
  ).toBe(
    "Items with SKU A or B in orders going to US going to CA from instagram or the online store tagged “gift” of customers tagged “vip” of 150 to 500 USD: " +
      "ship only from stores that are in the group “west”, never ship from Denver or location 8, " +
      "ship only from where at least 2 can be promised, ship from within 50 km of the customer, " +
      "arrive within the days promised to the customer, use at most 1 parcel, split only when each parcel is worth 30 USD or more, " +
      "keep these together in one parcel, leave a margin of 5 USD or more after goods and shipping and wait for a person to review (look).",
  );
});

test("a set without rules says so", () => {
  const { summary } = describeRuleset(
    { ruleset: { guardrails: [], lanes: [], whenNothingFits: [] }, disabled: [] },
    words,
  );
  expect(summary).toEqual([
    "No guardrail is on: any location that has the goods may ship them.",
    "Among what the limits allow, the first lane that fits an order decides. Orders no lane fits go the cheapest way.",
    "When nothing fits, the order waits for a person.",
  ]);
});
