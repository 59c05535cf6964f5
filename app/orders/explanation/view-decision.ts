import type { Parcel } from "#app/routing/plan.ts";
import type { DecisionView, ParcelView, StockView, UnfilledView } from "./decision-view.ts";
import { describeFlip } from "./describe-flip.ts";
import { describeLoss } from "./describe-loss.ts";
import { describeProof } from "./describe-proof.ts";
import { describeRelaxed } from "./describe-relaxed.ts";
import { describeWhy } from "./describe-why.ts";
import type { Facts } from "./facts.ts";
import { joinWords } from "#app/rules/words/join-words.ts";
import { toPoint } from "./to-point.ts";
import { viewVerdicts } from "./view-verdicts.ts";

/** Turns a stored decision into what a page shows; lists stop at `limit` rows and say how many. */
export function viewDecision(facts: Facts, limit: number): DecisionView {
  const { decision, snapshot } = facts;
  const { flip, alternatives, locations } = decision.explanation;
  const stock = viewStock(facts);
  return {
    outcome: decision.outcome,
    maker: facts.maker,
    lane: facts.maker === "engine" ? decision.lane : null,
    why: describeWhy(facts),
    proof: describeProof(facts),
    flip: flip && facts.maker === "engine" ? describeFlip(facts, flip) : null,
    // The steps of a person's choice are not the merchant's.
    relaxed: facts.maker === "engine" ? decision.relaxed.map(describeRelaxed) : [],
    cost: decision.cost,
    deliveryDays: decision.deliveryDays,
    promisedDays: snapshot.order.maxDeliveryDays,
    destination: toPoint(snapshot.order.destination),
    parcels: decision.parcels.map((parcel) => viewParcel(facts, parcel)),
    unfilled: decision.unfilled.map((one) => viewUnfilled(facts, one)),
    verdicts: viewVerdicts(facts, limit),
    verdictCount: locations.length,
    alternatives: alternatives.map(({ parcels, cost, lostOn }) => ({
      shipsFrom: joinWords(parcels.map(({ locationId }) => facts.locationName(locationId))),
      cost,
      lostBecause: describeLoss(lostOn),
    })),
    stock: stock.slice(0, limit),
    stockCount: stock.length,
  };
}

function viewParcel(facts: Facts, parcel: Parcel): ParcelView {
  const { locationId } = parcel;
  return {
    locationId,
    name: facts.locationName(locationId),
    point: toPoint(facts.snapshot.network.locations.find(({ id }) => id === locationId)),
    km: parcel.distanceKm === null ? null : Math.round(parcel.distanceKm),
    deliveryDays: facts.maker === "staff" ? null : parcel.deliveryDays,
    cost: facts.maker === "staff" ? null : parcel.cost,
    lines: parcel.lines.map(({ lineId, quantity }) => ({
      title: facts.lineTitle(lineId),
      units: quantity,
    })),
  };
}

type Unfilled = Facts["decision"]["unfilled"][number];

function viewUnfilled(facts: Facts, { lineId, quantity, reason }: Unfilled): UnfilledView {
  return {
    title: facts.lineTitle(lineId),
    units: quantity,
    reason: describeUnfilled(facts, reason),
  };
}

function describeUnfilled({ maker }: Facts, reason: string): string {
  switch (reason) {
    case "backorder":
      return "Waits for stock";
    case "substitute":
      return "Waits for a substitute";
    case "hold":
      return "On hold";
    case "exception":
      return "Waits for a person's decision";
    case "no_plan":
      return maker === "person" ? "Too few at the chosen location" : "No location may ship it";
    default:
      return reason;
  }
}

// The largest whole number of a snapshot stands for items whose stock Shopify does not count.
const uncounted = 1_000_000;

function viewStock(facts: Facts): StockView[] {
  const chosen = new Set(facts.decision.parcels.map(({ locationId }) => locationId));
  const rows = facts.snapshot.stock.map((row) => ({
    location: facts.locationName(row.locationId),
    title: facts.skuTitle(row.sku),
    available: row.available < uncounted ? row.available : null,
    safetyStock: row.safetyStock,
    promisable: row.available < uncounted ? Math.max(0, row.available - row.safetyStock) : null,
    chosen: chosen.has(row.locationId),
  }));
  rows.sort(
    (a, b) =>
      Number(b.chosen) - Number(a.chosen) ||
      a.location.localeCompare(b.location, "en") ||
      a.title.localeCompare(b.title, "en"),
  );
  return rows.map(({ chosen: _, ...row }) => row);
}
