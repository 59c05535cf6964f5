import { measureOutcomes } from "#app/insights/replay/measure-outcomes.ts";
import { replayOrders } from "#app/insights/replay/replay-orders.ts";
import type { Variant } from "#app/insights/replay/replay-world.ts";
import { parseScenario } from "#app/insights/scenario/parse-scenario.ts";
import { defaultRuleset } from "#app/rules/default-ruleset.ts";
import { replayWorldOf } from "#test/builders/replay-world.ts";
import { generateScenario } from "./engine-referee/generate-scenario.ts";

/**
 * `npm run bench -- replay`: 10,000 past orders x 50 locations under today's rules, a draft and
 * Shopify's own routing, as the background job replays them, without the database. The target is
 * 30 seconds for all three.
 */
const SEED = 42;
const SHAPE = {
  ...{ locations: 50, skus: 400, orders: 10_000, maxLines: 4, maxQuantity: 2, depth: 40 },
  ...{ spread: 0.4, guardrails: 0, ties: false, oddities: false },
};
const DAYS = 60;
const TARGET_S = 30;

const today: Variant = { key: "today", name: "Today's rules", ruleset: defaultRuleset };
const draft: Variant = {
  key: "draft",
  name: "Two parcels at most",
  ruleset: { ...defaultRuleset, guardrails: [{ id: "two parcels", maxParcels: 2 }] },
};
const native: Variant = { key: "native", name: "Shopify's own routing", ruleset: null };

const world = replayWorldOf(parseScenario(generateScenario(SEED, SHAPE)), DAYS, 60);
console.log(`${world.orders.length} orders x ${SHAPE.locations} locations, seed ${SEED}`);
let total = 0;
for (const variants of [[today], [draft], [native], [today, draft, native]]) {
  const startedAt = performance.now();
  const figures = measureOutcomes([...replayOrders(world, variants)], variants.length);
  const seconds = (performance.now() - startedAt) / 1000;
  const shipped = figures.variants.map(({ planned, cost }) => `${planned} shipped for ${cost}`);
  console.log(
    `${seconds.toFixed(1).padStart(6)} s  ${variants.map(({ name }) => name).join(" + ")}`,
  );
  console.log(`          ${shipped.join("; ")}`);
  total = seconds;
}
console.log(total <= TARGET_S ? `Within ${TARGET_S} s.` : `Missed the target of ${TARGET_S} s.`);
process.exitCode = total <= TARGET_S ? 0 : 1;
