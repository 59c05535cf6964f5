import type { Known } from "../explain-in-words.ts";
import type { Alternative, LocationVerdict } from "../plan.ts";
import { formatMoney, parseMoney } from "./money.ts";
import { nameReason } from "./name-reason.ts";

/** What was decided and why, in one sentence. */
export function describeOutcome(known: Known): string {
  const { outcome, parcels, unfilled } = known.decision;
  const reason = unfilled[0]?.reason ?? "";
  if (outcome === "held") return `Held: ${reason}.`;
  if (outcome === "unfillable") {
    return `Cannot be filled under the rules${reason === "no_plan" ? "" : ` (${reason})`}.`;
  }
  const names = joinNames(parcels.map(({ locationId }) => known.nameOf(locationId)));
  if (outcome === "partial") {
    const missing = unfilled.reduce((sum, { quantity }) => sum + quantity, 0);
    return `Ships from ${names} as far as stock and rules allow; ${countUnits(missing)} unfilled.`;
  }
  const why = parcels.length > 1 ? whySplit(known) : whyHere(known);
  return `Ships from ${names}${why}.`;
}

function whySplit({ decision }: Known): string {
  const [rival] = decision.explanation.alternatives;
  return rival
    ? " together, which is better than any one location"
    : " together because no one location can fill it";
}

/** A nearer location that cannot says most; then the runner-up and what it lost on. */
function whyHere(known: Known): string {
  const nearer = findNearerExcluded(known);
  if (nearer) {
    const { verdict, km } = nearer;
    const reason = nameReason(known, verdict.locationId, verdict.reasons[0]!);
    return ` because ${known.nameOf(verdict.locationId)}, ${km} km nearer, ${reason}`;
  }
  const [rival] = known.decision.explanation.alternatives;
  return rival ? ` because ${compareRival(known, rival)}` : ", the only location that can fill it";
}

function findNearerExcluded(known: Known): { verdict: LocationVerdict; km: number } | null {
  const { parcels, explanation } = known.decision;
  const chosenKm = known.kmTo(parcels[0]!.locationId);
  if (chosenKm === null) return null;
  let nearest: { verdict: LocationVerdict; km: number } | null = null;
  for (const verdict of explanation.locations) {
    const km = verdict.verdict === "excluded" ? known.kmTo(verdict.locationId) : null;
    if (km === null || chosenKm - km <= (nearest?.km ?? 0)) continue;
    nearest = { verdict, km: chosenKm - km };
  }
  return nearest;
}

function compareRival({ decision, nameOf, snapshot }: Known, rival: Alternative): string {
  const name = nameOf(rival.parcels[0]!.locationId);
  switch (rival.lostOn) {
    case "lowest_cost": {
      const more = formatMoney(parseMoney(rival.cost) - parseMoney(decision.cost!));
      return `${name} would cost ${more} ${snapshot.network.currency} more`;
    }
    case "nearest":
      return `${name} is farther away`;
    case "earliest_delivery":
      return `${name} would deliver later`;
    case "location_rank":
      return `${name} ranks lower`;
    case "store_first":
      return `${name} is not a store`;
    case "warehouse_first":
      return `${name} is not a warehouse`;
    case "clear_aged_stock":
      return `${name} would leave older stock on the shelf`;
    case "spare_scarce_stock":
      return `${name} will soon run out`;
    case "level_load":
      return `${name} has less of its day's capacity left`;
    case "highest_margin": {
      const less = formatMoney(parseMoney(rival.cost) - parseMoney(decision.cost!));
      return `${name} would leave ${less} ${snapshot.network.currency} less`;
    }
    case "unknown_distance":
      return `the distance from ${name} is unknown`;
    case "fewest_parcels":
    case "tie_break":
      return `it comes before ${name}, which is as good`;
  }
}

function joinNames(names: readonly string[]): string {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} and ${names[names.length - 1]!}`;
}

function countUnits(units: number): string {
  return units === 1 ? "1 unit stays" : `${units} units stay`;
}
