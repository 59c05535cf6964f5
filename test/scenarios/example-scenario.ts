/** The contract's own example, as fresh JSON. */
export function exampleScenario() {
  return {
    scenario: 1,
    now: "2026-11-21T15:00:00Z",
    currency: "USD",
    rates: [
      {
        service: "standard",
        zones: [
          { upToKm: 482.8, parcel: "4.80", perKg: "0.5512", transitDays: 2 },
          { upToKm: null, parcel: "7.80", perKg: "2.2487", transitDays: 5 },
        ],
      },
    ],
    splitPenalty: "2.50",
    locations: [
      {
        id: "L1",
        name: "Columbus DC",
        type: "warehouse",
        latitude: 39.96,
        longitude: -82.99,
        countryCode: "US",
        provinceCode: "OH",
        postalCode: "43004",
        handlingPerParcel: "0.60",
        handlingPerUnit: "0.40",
        processingDays: 0,
        unitsLeftToday: null,
        rank: 1,
        groups: ["east"],
        paused: false,
      },
    ],
    items: [{ sku: "S1", weightKg: 0.45, tags: ["fragile"], unitCost: "11.00" }],
    stock: [{ locationId: "L1", sku: "S1", available: 7, safetyStock: 2, opportunityCost: "0.00" }],
    ruleset: {
      guardrails: [
        { id: "fragile", when: { itemTags: ["fragile"] }, onlyFrom: { types: ["warehouse"] } },
      ],
      lanes: [{ id: "everything", priorities: ["lowest_cost"] }],
      whenNothingFits: ["partial"],
    },
    orders: [
      {
        id: "1001",
        placedAt: "2026-11-21T14:58:00Z",
        service: "standard",
        deliveryMethod: "shipping",
        pickupLocationId: null,
        destination: {
          latitude: 41.88,
          longitude: -87.63,
          countryCode: "US",
          provinceCode: "IL",
          postalCode: "60601",
        },
        maxDeliveryDays: 3,
        tags: [],
        channel: "online_store",
        customerTags: [],
        lines: [{ id: "1", sku: "S1", quantity: 2, unitPrice: "25.00" }],
      },
    ],
  };
}

/** The example with one value put at a path of keys, or taken away when `undefined`. */
export function alterExample(keys: readonly (string | number)[], value: unknown): unknown {
  const scenario: unknown = exampleScenario();
  let at = scenario as Record<string | number, unknown>;
  for (const key of keys.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
  const last = keys[keys.length - 1]!;
  if (value === undefined) delete at[last];
  else at[last] = value;
  return scenario;
}
