import type { Alternative } from "#app/routing/plan.ts";
import { describeLoss } from "./describe-loss.ts";
import type { Facts } from "./facts.ts";
import { joinWords } from "#app/rules/words/join-words.ts";
import { subtractMoney } from "./subtract-money.ts";
import { tellReason } from "./tell-reason.ts";

/** Why the order ships from where it does (or does not ship), in one or two sentences. */
export function describeWhy(facts: Facts): string {
  switch (facts.maker) {
    case "engine":
      return describeEngine(facts);
    case "person":
      return describeChoice(facts);
    case "staff":
      return `Staff moved it in Shopify, and Backroom follows: ${uncapitalise(describeShipping(facts))}.`;
  }
}

/** A person overruled the rules: theirs is the reason, stock is the only limit. */
function describeChoice(facts: Facts): string {
  const { outcome, unfilled } = facts.decision;
  if (outcome === "unfillable")
    return `${facts.actor} chose a location that cannot ship all of it.`;
  const chosen = `${facts.actor} chose it: ${uncapitalise(describeShipping(facts))}`;
  return outcome === "partial"
    ? `${chosen}; ${countUnits(unfilled)} cannot be shipped from there.`
    : `${chosen}.`;
}

function uncapitalise(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A pickup order is asked of its own store only; others may well have what it lacks. */
function describeLack({ snapshot }: Facts): string {
  return snapshot.order.deliveryMethod === "pickup"
    ? "missing there"
    : "cannot be shipped from anywhere";
}

function describeEngine(facts: Facts): string {
  const { outcome, unfilled, relaxed } = facts.decision;
  switch (outcome) {
    case "held":
      return relaxed.includes("hold")
        ? "On hold: no location may ship this order under your rules."
        : `On hold before any location was tried: ${unfilled[0]?.reason ?? "a rule asks for a review"}.`;
    case "unfillable":
      return "No location can ship this order under your rules.";
    case "partial":
      return `${describeShipping(facts)}; ${countUnits(unfilled)} ${describeLack(facts)} for now.`;
    case "planned":
      return describePlanned(facts);
  }
}

function countUnits(unfilled: readonly { readonly quantity: number }[]): string {
  const units = unfilled.reduce((sum, { quantity }) => sum + quantity, 0);
  return units === 1 ? "1 unit" : `${units} units`;
}

function describeShipping({ decision, snapshot, locationName }: Facts): string {
  const names = decision.parcels.map(({ locationId }) => locationName(locationId));
  if (snapshot.order.deliveryMethod === "pickup")
    return `Stays at ${joinWords(names)}, where the customer collects it`;
  if (names.length === 1) {
    return decision.outcome === "partial"
      ? `Ships from ${names[0]}`
      : `Ships whole from ${names[0]}`;
  }
  return `Ships in ${names.length} parcels, from ${joinWords(names)}`;
}

/** A nearer location that was left out says most, then what the plan won on. */
function describePlanned(facts: Facts): string {
  const shipping = describeShipping(facts);
  if (facts.snapshot.order.deliveryMethod === "pickup") return `${shipping}.`;
  const nearer = describeNearer(facts);
  const [next] = facts.decision.explanation.alternatives;
  if (next) {
    const win = describeWin(facts, next);
    return nearer ? `${shipping} because ${nearer}. It is ${win}.` : `${shipping}: ${win}.`;
  }
  if (nearer) return `${shipping} because ${nearer}.`;
  return facts.decision.parcels.length === 1
    ? `${shipping}: no other location can ship all of it.`
    : `${shipping}: no single location can ship all of it.`;
}

/** What the plan won on; fits after "it is" and after a colon. */
function describeWin(facts: Facts, next: Alternative): string {
  const from = joinWords(next.parcels.map(({ locationId }) => facts.locationName(locationId)));
  if (next.lostOn === "lowest_cost" && facts.decision.cost !== null) {
    const saved = facts.money(subtractMoney(next.cost, facts.decision.cost));
    return `${saved} cheaper than everything from ${from}, the next best`;
  }
  return `better than everything from ${from}, the next best, because ${describeLoss(next.lostOn)}`;
}

/** "Boulder, 12 km nearer, keeps its last unit (safety stock 1)"; empty where none was left out. */
function describeNearer(facts: Facts): string {
  const { decision, kmFrom } = facts;
  const reached = decision.parcels.map(({ locationId }) => kmFrom(locationId) ?? Infinity);
  const shortest = Math.min(...reached);
  const [nearest] = decision.explanation.locations
    .filter(({ verdict }) => verdict === "excluded")
    .map((location) => ({ ...location, km: kmFrom(location.locationId) ?? Infinity }))
    .filter(({ km }) => km < shortest)
    .sort((a, b) => a.km - b.km);
  const [reason] = nearest?.reasons ?? [];
  if (!nearest || !reason || !Number.isFinite(shortest)) return "";
  const name = facts.locationName(nearest.locationId);
  return `${name}, ${shortest - nearest.km} km nearer, ${tellReason(facts, nearest.locationId, reason)}`;
}
