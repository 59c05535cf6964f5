import type { Tries, Trust } from "./measure-trust.ts";
import { measureTrust } from "./measure-trust.ts";

/** A setting where someone made one; null inherits. */
export interface ScopeSettings {
  /** Units never promised. */
  readonly safetyStock: number | null;
  /** Whether orders may be given units from here. */
  readonly pooled: boolean | null;
}

export interface GroupSettings extends ScopeSettings {
  readonly name: string;
  readonly trustDiscount: boolean | null;
  /** Pick success below which a location drops out, 1 to 100; 0 switches the rule off. */
  readonly minTrustPercent: number | null;
}

export interface ShopSettings {
  readonly safetyStock: number;
  readonly slowAfterDays: number | null;
  readonly trustDiscount: boolean;
  readonly minTrustPercent: number;
  /** Tries it takes before accuracy rules act. */
  readonly trustTries: number;
}

/** Everything said about one item at one location, from the nearest to the farthest. */
export interface ShelfScopes {
  readonly shelf: ScopeSettings;
  readonly item: ScopeSettings;
  /** The item's group at this location. */
  readonly groupPlace: ScopeSettings | null;
  readonly group: GroupSettings | null;
  readonly location: {
    readonly name: string;
    readonly type: string;
    readonly safetyStock: number | null;
    readonly inPool: boolean;
  };
  readonly shop: ShopSettings;
  readonly tried: Tries;
  /** Whole days in which the item has not sold here; null when it is not known for that long. */
  readonly idleDays: number | null;
}

export type Scope = "shelf" | "item" | "group_place" | "group" | "location" | "shop";

/** What Backroom may do with the units of an item at a location, and who said so. */
export interface ShelfPolicy {
  readonly safetyStock: number;
  /** "group Shoes at Denver"; for a slow seller that gives up its last units, that too. */
  readonly safetyFrom: string;
  readonly safetyScope: Scope;
  /** What would hold if the item had no figure of its own here. */
  readonly inheritedSafetyStock: number;
  readonly inheritedFrom: string;
  readonly pooled: boolean;
  /** One sentence; null while it is pooled. */
  readonly outBecause: string | null;
  readonly trust: Trust;
  /** The part of ATP that may be promised is `found / tries`, rounded down; null: all of it. */
  readonly discount: { readonly found: number; readonly tries: number } | null;
}

/**
 * The one place where pool settings become policy.
 *
 * Safety stock: the nearest figure wins: item here, item, group here, group, location, shop. What a
 * thing is says more than where it is. In stores, a figure of the location's or the shop's (the last
 * unit on the shelf, the showroom's piece) is given up once the item has not sold there for the
 * shop's `slowAfterDays`.
 *
 * Pool: a location taken out gives nothing. Else a word about the very place wins (item here, then
 * group here); else the item is out as soon as it or its group is taken out. At last, a location whose
 * measured pick success for the group lies below the wanted one is out until it has been counted anew.
 */
export function resolveShelf(scopes: ShelfScopes): ShelfPolicy {
  const trust = measureTrust(scopes.tried);
  const inherited = findSafety({ ...scopes, shelf: { safetyStock: null, pooled: null } });
  const safety = findSafety(scopes);
  const outBecause = findReasonOut(scopes) ?? findDistrust(scopes, trust);
  const discounts = scopes.group?.trustDiscount ?? scopes.shop.trustDiscount;
  const { successes: found, tries } = trust;
  return {
    safetyStock: safety.units,
    safetyFrom: safety.from,
    safetyScope: safety.scope,
    inheritedSafetyStock: inherited.units,
    inheritedFrom: inherited.from,
    pooled: outBecause === null,
    outBecause,
    trust,
    discount:
      discounts && tries >= scopes.shop.trustTries && found < tries ? { found, tries } : null,
  };
}

interface Safety {
  readonly units: number;
  readonly scope: Scope;
  readonly from: string;
}

function findSafety(scopes: ShelfScopes): Safety {
  const { shelf, item, groupPlace, group, location, shop } = scopes;
  const said: readonly (readonly [Scope, number | null | undefined])[] = [
    ["shelf", shelf.safetyStock],
    ["item", item.safetyStock],
    ["group_place", groupPlace?.safetyStock],
    ["group", group?.safetyStock],
    ["location", location.safetyStock],
  ];
  const [scope, units] =
    said.find((one) => typeof one[1] === "number") ?? (["shop", null] as const);
  const safety = { units: units ?? shop.safetyStock, scope, from: nameScope(scope, scopes) };
  return isGivenUp(safety, scopes)
    ? { ...safety, units: 0, from: `${safety.from}, given up: unsold for ${scopes.idleDays} days` }
    : safety;
}

function isGivenUp({ units, scope }: Safety, { location, shop, idleDays }: ShelfScopes): boolean {
  if (shop.slowAfterDays === null || idleDays === null || units === 0) return false;
  const isDisplay = location.type === "store" && (scope === "location" || scope === "shop");
  return isDisplay && idleDays >= shop.slowAfterDays;
}

/** How people name where a setting stands. */
function nameScope(scope: Scope, { group, location }: ShelfScopes): string {
  switch (scope) {
    case "shelf":
      return `this item at ${location.name}`;
    case "item":
      return "this item";
    case "group_place":
      return `group ${group?.name} at ${location.name}`;
    case "group":
      return `group ${group?.name}`;
    case "location":
      return location.name;
    case "shop":
      return "the shop";
  }
}

function findReasonOut(scopes: ShelfScopes): string | null {
  const { shelf, groupPlace, item, group, location } = scopes;
  const out = (scope: Scope) => `Not in the pool: taken out for ${nameScope(scope, scopes)}.`;
  if (!location.inPool) return out("location");
  if (shelf.pooled !== null) return shelf.pooled ? null : out("shelf");
  if (groupPlace && groupPlace.pooled !== null)
    return groupPlace.pooled ? null : out("group_place");
  if (item.pooled === false) return out("item");
  return group?.pooled === false ? out("group") : null;
}

function findDistrust({ group, location, shop }: ShelfScopes, trust: Trust): string | null {
  const wanted = group?.minTrustPercent ?? shop.minTrustPercent;
  if (trust.rate === null || trust.tries < shop.trustTries) return null;
  if (trust.rate * 100 >= wanted) return null;
  const what = group ? `of group ${group.name} ` : "";
  const found = `${trust.successes} of ${trust.tries} picks and counts ${what}at ${location.name}`;
  return `Not in the pool until counted: ${found} went well, below ${wanted} %.`;
}
