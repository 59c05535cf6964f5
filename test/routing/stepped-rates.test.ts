import { expect, test } from "vitest";
import { routeOrder } from "#app/routing/route-order.ts";
import { generateSteppedSnapshot } from "./stepped-rates/generate-snapshot.ts";
import { tryEveryPlan } from "./stepped-rates/try-every-plan.ts";

const SMALL_WORLDS = 500;
const FIRST_SEED = 50_301;

test(`plans by weight steps equal the best of all plans (seeds ${FIRST_SEED} to ${FIRST_SEED + SMALL_WORLDS - 1})`, () => {
  let splits = 0;
  for (let seed = FIRST_SEED; seed < FIRST_SEED + SMALL_WORLDS; seed++) {
    const snapshot = generateSteppedSnapshot(seed, {
      locations: 2 + (seed % 4),
      lines: 1 + (seed % 4),
      maxQuantity: seed % 3 === 0 && seed % 4 !== 3 ? 3 : 2,
      depth: 3,
      spread: 0.7,
    });
    const decision = routeOrder(snapshot);
    const best = tryEveryPlan(snapshot);
    const { network, order } = snapshot;
    const ids = network.locations.map(({ id }) => id).sort();
    const expected = ids.flatMap((locationId, at) => {
      const amounts = best ? best.units[at]! : [];
      const lines = order.lines.flatMap(({ id }, line) =>
        (amounts[line] ?? 0) > 0 ? [{ lineId: id, quantity: amounts[line]! }] : [],
      );
      const cost = best?.parcelCosts[at];
      return lines.length > 0 ? [{ locationId, cost: (cost! / 10_000).toFixed(4), lines }] : [];
    });
    const actual = decision.parcels.map(({ locationId, cost, lines }) => ({
      locationId,
      cost,
      lines,
    }));
    expect(actual, `seed ${seed}`).toEqual(expected);
    expect(decision.cost, `seed ${seed}`).toBe(best && (best.cost / 10_000).toFixed(4));
    expect(decision.proof.optimal, `seed ${seed}`).toBe(true);
    if (decision.parcels.length > 1) splits++;
  }
  expect(splits).toBeGreaterThan(100);
});
