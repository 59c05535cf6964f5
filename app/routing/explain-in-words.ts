import { compareText } from "./internal/compare-text.ts";
import { measureMetres, preparePoint } from "./internal/measure-distance.ts";
import { nameReason } from "./internal/name-reason.ts";
import { describeOutcome } from "./internal/describe-outcome.ts";
import { describeFlip } from "./internal/describe-flip.ts";
import type { Decision, LocationVerdict } from "./plan.ts";
import type { Location, Snapshot } from "./snapshot.ts";

/** A decision as plain English sentences. */
export interface Words {
  readonly decision: string;
  /** One sentence per location, in the decision's order. */
  readonly locations: readonly { readonly locationId: string; readonly sentence: string }[];
  /** Null when no flip was found. */
  readonly flip: string | null;
}

/** Names and figures the sentences draw on. */
export interface Known {
  readonly snapshot: Snapshot;
  readonly decision: Decision;
  readonly nameOf: (locationId: string) => string;
  /** Whole kilometres to the customer; null when unknown or picked up. */
  readonly kmTo: (locationId: string) => number | null;
}

/** Puts a decision into words, from the very snapshot it was made on. */
export function explainInWords(snapshot: Snapshot, decision: Decision): Words {
  const known = gather(snapshot, decision);
  const { locations, flip } = decision.explanation;
  return {
    decision: describeOutcome(known),
    locations: locations.map((verdict) => ({
      locationId: verdict.locationId,
      sentence: describeVerdict(known, verdict),
    })),
    flip: flip && describeFlip(known, flip),
  };
}

function gather(snapshot: Snapshot, decision: Decision): Known {
  const byId = new Map(snapshot.network.locations.map((location) => [location.id, location]));
  const { latitude, longitude } = snapshot.order.destination;
  const to = preparePoint(latitude, longitude);
  const measure = (location: Location) => {
    const from = preparePoint(location.latitude, location.longitude);
    if (!from.known || !to.known || snapshot.order.deliveryMethod === "pickup") return null;
    return Math.round(measureMetres(from, to) / 1000);
  };
  return {
    snapshot,
    decision,
    nameOf: (id) => byId.get(id)?.name ?? id,
    kmTo: (id) => (byId.has(id) ? measure(byId.get(id)!) : null),
  };
}

function describeVerdict(known: Known, { locationId, verdict, reasons }: LocationVerdict): string {
  const name = known.nameOf(locationId);
  const why = [...new Set(reasons.map((reason) => nameReason(known, locationId, reason)))];
  const because = why.sort(compareText).join("; ");
  if (verdict === "excluded") return `${name} cannot ship it: it ${because}.`;
  const role = verdict === "chosen" ? "ships" : "could ship";
  if (why.length > 0) return `${name} ${role} a part: for the rest it ${because}.`;
  return `${name} ${role}${verdict === "chosen" ? "" : ", but is not the best choice"}.`;
}
