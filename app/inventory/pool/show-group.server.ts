import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

export interface GroupPlaceView {
  readonly locationId: string;
  readonly name: string;
  readonly safetyStock: number | null;
  readonly pooled: boolean | null;
}

export interface GroupDetails {
  /** Null for a group that is being made. */
  readonly groupId: string | null;
  readonly name: string;
  readonly productTypes: readonly string[];
  readonly vendors: readonly string[];
  readonly tags: readonly string[];
  readonly collections: readonly string[];
  readonly skus: readonly string[];
  readonly safetyStock: number | null;
  readonly pooled: boolean | null;
  readonly trustDiscount: boolean | null;
  readonly minTrustPercent: number | null;
  readonly places: readonly GroupPlaceView[];
}

/** What a new group starts from. */
const blank = {
  name: "",
  productTypes: [],
  vendors: [],
  tags: [],
  collections: [],
  skus: [],
  safetyStock: null,
  pooled: null,
  trustDiscount: null,
  minTrustPercent: null,
};

/** A product group with a row for every location; a blank one for null; null when there is none. */
export async function showGroup(
  shop: ShopContext,
  groupId: string | null,
): Promise<GroupDetails | null> {
  const { shopId } = shop;
  return inShop(shop, async (tx) => {
    const stored = groupId && (await tx.productGroup.findFirst({ where: { shopId, groupId } }));
    if (groupId !== null && !stored) return null;
    const group = stored || blank;
    const said = await tx.groupPlace.findMany({ where: { shopId, groupId: groupId ?? "" } });
    const saidOf = new Map(said.map((row) => [row.locationId, row]));
    const locations = await tx.location.findMany({
      where: { shopId, active: true },
      orderBy: [{ name: "asc" }, { locationId: "asc" }],
    });
    const { name, productTypes, vendors, tags, collections, skus } = group;
    const { safetyStock, pooled, trustDiscount, minTrustPercent } = group;
    return {
      ...{ groupId, name, productTypes, vendors, tags, collections, skus },
      ...{ safetyStock, pooled, trustDiscount, minTrustPercent },
      places: locations.map((place) => ({
        locationId: place.locationId,
        name: place.name,
        safetyStock: saidOf.get(place.locationId)?.safetyStock ?? null,
        pooled: saidOf.get(place.locationId)?.pooled ?? null,
      })),
    };
  });
}
