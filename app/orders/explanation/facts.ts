import { formatMoney } from "#app/format-money.ts";
import type { Decision } from "#app/routing/plan.ts";
import type { Place, Snapshot } from "#app/routing/snapshot.ts";
import type { KeptBackStock, LeftOutStock } from "../internal/build-snapshot.ts";
import { measureKm } from "./measure-km.ts";

/**
 * Who made a decision: the engine under the rules, a person who chose a location, or staff who moved
 * units in Shopify, which is only written down.
 */
export type Maker = "engine" | "person" | "staff";

/** A snapshot with the stock that was kept from the engine, such as after a rejection or as safety. */
export type FullSnapshot = Snapshot & {
  readonly leftOut?: readonly LeftOutStock[];
  readonly keptBack?: readonly KeptBackStock[];
};

/** A stored decision with the names people know its parts by; what every sentence is made from. */
export interface Facts {
  readonly snapshot: FullSnapshot;
  readonly decision: Decision;
  readonly maker: Maker;
  /** Who acted, for a person's decision. */
  readonly actor: string;
  readonly locationName: (locationId: string) => string;
  /** The product's title with its variant's, for an order line's id. */
  readonly lineTitle: (lineId: string) => string;
  readonly skuTitle: (sku: string) => string;
  /** A guardrail as a sentence, for its id. */
  readonly ruleSentence: (ruleId: string) => string;
  readonly money: (amount: string) => string;
  /** Great-circle to the order's destination, whole kilometres; null where a place is unknown. */
  readonly kmFrom: (locationId: string) => number | null;
}

export interface Names {
  /** Today's names of locations; one that is gone keeps the name it had when decided. */
  readonly locations: ReadonlyMap<string, string>;
  /** Titles by order line id. */
  readonly lines: ReadonlyMap<string, string>;
  readonly rules: ReadonlyMap<string, string>;
}

export interface StoredDecision {
  readonly snapshot: FullSnapshot;
  readonly decision: Decision;
  readonly maker: Maker;
  readonly actor: string;
}

export function gatherFacts(stored: StoredDecision, names: Names): Facts {
  const { snapshot } = stored;
  const places = new Map<string, Place & { name: string }>(
    snapshot.network.locations.map((location) => [location.id, location]),
  );
  const skus = new Map(snapshot.order.lines.map((line) => [line.sku, line.id]));
  const lineTitle = (lineId: string) => names.lines.get(lineId) ?? "an item no longer on the order";
  return {
    ...stored,
    locationName: (id) => names.locations.get(id) ?? places.get(id)?.name ?? "a removed location",
    lineTitle,
    skuTitle: (sku) => names.lines.get(skus.get(sku) ?? "") ?? sku,
    ruleSentence: (id) => names.rules.get(id) ?? id,
    money: (amount) => formatMoney(amount, snapshot.network.currency),
    kmFrom: (id) => measureKm(places.get(id), snapshot.order.destination),
  };
}
