import type { ReplayRun } from "./replay-run.ts";

/** What a replay takes for granted, said beside every result. */
export function listAssumptions({ options, variants }: ReplayRun): string[] {
  const hasNative = variants.some(({ ruleset }) => ruleset === null);
  return [
    `Orders placed in the last ${options.days} days, at most the latest ` +
      `${options.maxOrders.toLocaleString("en-US")}, in the order they came; cancelled ones are left out. ` +
      "Each sees only what was there when it was placed.",
    "Opening stock is today's stock plus what the orders took since, less counts and corrections " +
      "Backroom knows of. Other deliveries to a location are taken to have been there from the start, " +
      "so shortages may have been worse than shown.",
    "Prices, transit days, costs of goods and pool settings are today's; opening hours, cutoffs, " +
      "holidays and daily capacity are those of each order's own day. Past pauses are not known.",
    "Nobody rejects a task here: every plan is taken to be carried out.",
    ...(hasNative
      ? [
          "Shopify's own routing is re-enacted by its documented default rules: fewest shipments, same " +
            "country, then the closest location; it knows no safety stock and no capacity.",
        ]
      : []),
  ];
}
