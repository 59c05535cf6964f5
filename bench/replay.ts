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
// Cold, as a job begins: nothing is compiled yet and no calendar was read.
const seconds = measure([today, draft, native]);
for (const variant of [today, draft, native]) measure([variant]);
console.log(seconds <= TARGET_S ? `Within ${TARGET_S} s.` : `Missed the target of ${TARGET_S} s.`);
process.exitCode = seconds <= TARGET_S ? 0 : 1;

/** Replays every order under the variants, says how that went, and returns the seconds it took. */
function measure(variants: readonly Variant[]): number {
  const startedAt = performance.now();
  const cpuBefore = process.cpuUsage();
  const figures = measureOutcomes([...replayOrders(world, variants)], variants.length);
  const took = (performance.now() - startedAt) / 1000;
  const cpu = process.cpuUsage(cpuBefore);
  const cpuSeconds = ((cpu.user + cpu.system) / 1e6).toFixed(1);
  const names = variants.map(({ name }) => name).join(" + ");
  console.log(`${took.toFixed(1).padStart(6)} s (${cpuSeconds} s of processor)  ${names}`);
  const shipped = figures.variants.map(({ planned, cost }) => `${planned} in full, cost ${cost}`);
  console.log(`          ${shipped.join("; ")}`);
  return took;
}
