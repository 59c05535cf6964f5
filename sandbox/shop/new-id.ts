import type { Id, ShopState } from "./state.ts";

/**
 * The first id of each kind lies beyond 2^53 wherever Shopify's own ids may, so that an app that
 * reads one as a JavaScript number confuses neighbours and is found out.
 */
const FIRST_SMALL_ID = 60_000_000_000n;
const FIRST_LARGE_ID = 9_007_199_254_740_993n;
const SMALL_KINDS = new Set(["App", "Shop"]);

/** Shops get disjoint ranges, as Shopify's ids are unique across shops. */
const IDS_PER_SHOP = 10_000_000_000n;
const SHOP_SLOTS = 900_000n;

/** Kinds start apart, so that an id of one kind used for another finds nothing. */
const IDS_PER_KIND = 1_000_000n;
const KIND_SLOTS = 9_973n;

/** A stable number below `slots` for a text (FNV-1a). */
function slotOf(text: string, slots: bigint): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const character of text) {
    hash = ((hash ^ BigInt(character.codePointAt(0) ?? 0)) * 0x100000001b3n) & 0xffffffffffffffffn;
  }
  return hash % slots;
}

/** The next unused id of a kind in this shop; later ids are larger. */
export function newId(shop: Pick<ShopState, "domain" | "idCounters">, kind: string): Id {
  const last = shop.idCounters.get(kind);
  const next = last === undefined ? firstId(shop.domain, kind) : last + 1n;
  shop.idCounters.set(kind, next);
  return next.toString();
}

function firstId(domain: string, kind: string): bigint {
  const floor = SMALL_KINDS.has(kind) ? FIRST_SMALL_ID : FIRST_LARGE_ID;
  return (
    floor + slotOf(domain, SHOP_SLOTS) * IDS_PER_SHOP + slotOf(kind, KIND_SLOTS) * IDS_PER_KIND
  );
}
