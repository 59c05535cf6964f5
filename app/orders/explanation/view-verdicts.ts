import type { LocationVerdict } from "#app/routing/plan.ts";
import type { VerdictView } from "./decision-view.ts";
import { describeReasons } from "./describe-reasons.ts";
import type { Facts } from "./facts.ts";
import { priceAlone } from "./price-alone.ts";
import { subtractMoney } from "./subtract-money.ts";
import { toPoint } from "./to-point.ts";

const order = { chosen: 0, eligible: 1, excluded: 2 } as const;

/** What became of the first `limit` locations: chosen first, then the cheapest, then the nearest. */
export function viewVerdicts(facts: Facts, limit: number): VerdictView[] {
  const places = new Map(facts.snapshot.network.locations.map((one) => [one.id, one]));
  const measured = facts.decision.explanation.locations.map((one) => ({
    ...one,
    km: facts.kmFrom(one.locationId),
  }));
  measured.sort((a, b) => order[a.verdict] - order[b.verdict] || byDistance(a, b));
  const shown = measured.slice(0, limit).map((one) => ({
    locationId: one.locationId,
    name: facts.locationName(one.locationId),
    verdict: one.verdict,
    km: one.km,
    point: toPoint(places.get(one.locationId)),
    dearer: one.verdict === "eligible" ? priceDifference(facts, one) : null,
    reasons: describeReasons(facts, one.locationId, one.reasons),
  }));
  return shown.sort((a, b) => order[a.verdict] - order[b.verdict] || byPrice(a, b));
}

function priceDifference(facts: Facts, { locationId }: LocationVerdict): string | null {
  const { cost, relaxed } = facts.decision;
  const alone = cost === null ? null : priceAlone(facts.snapshot, relaxed, locationId);
  return alone === null || cost === null ? null : subtractMoney(alone, cost);
}

interface Ranked {
  readonly km: number | null;
  readonly dearer?: string | null;
}

function byDistance(a: Ranked, b: Ranked): number {
  return compare(a.km ?? Infinity, b.km ?? Infinity);
}

function byPrice(a: Ranked, b: Ranked): number {
  return compare(Number(a.dearer ?? Infinity), Number(b.dearer ?? Infinity)) || byDistance(a, b);
}

// Infinity - Infinity is NaN, which would leave the order to chance.
function compare(a: number, b: number): number {
  return a < b ? -1 : Number(a > b);
}
