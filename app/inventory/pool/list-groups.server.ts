import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { ShopSettings } from "./resolve-shelf.ts";
import { readShopSettings } from "./shelf-scopes.server.ts";

export interface GroupRow {
  readonly groupId: string;
  readonly name: string;
  /** "product type Boots or Shoes, vendor Fjell, 12 SKUs". */
  readonly takes: string;
  readonly items: number;
  readonly safetyStock: number | null;
  readonly pooled: boolean | null;
  readonly minTrustPercent: number | null;
  readonly trustDiscount: boolean | null;
  /** Locations with settings of their own. */
  readonly places: number;
}

export interface GroupList {
  readonly rows: readonly GroupRow[];
  readonly itemsWithoutGroup: number;
  readonly settings: ShopSettings;
}

/** The shop's product groups in their order, and what holds where nothing else is said. */
export async function listGroups(shop: ShopContext): Promise<GroupList> {
  const { shopId } = shop;
  return inShop(shop, async (tx) => {
    const groups = await tx.productGroup.findMany({
      where: { shopId },
      orderBy: [{ position: "asc" }, { groupId: "asc" }],
    });
    const counts = await tx.item.groupBy({
      by: ["groupId"],
      where: { shopId, deleted: false },
      _count: true,
    });
    const places = await tx.groupPlace.groupBy({
      by: ["groupId"],
      where: { shopId },
      _count: true,
    });
    const itemsOf = new Map(counts.map((row) => [row.groupId, row._count]));
    const placesOf = new Map(places.map((row) => [row.groupId, row._count]));
    return {
      rows: groups.map((group) => ({
        groupId: group.groupId,
        name: group.name,
        takes: describeTaken(group),
        items: itemsOf.get(group.groupId) ?? 0,
        safetyStock: group.safetyStock,
        pooled: group.pooled,
        minTrustPercent: group.minTrustPercent,
        trustDiscount: group.trustDiscount,
        places: placesOf.get(group.groupId) ?? 0,
      })),
      itemsWithoutGroup: itemsOf.get(null) ?? 0,
      settings: await readShopSettings(tx, shopId),
    };
  });
}

interface Taken {
  readonly productTypes: readonly string[];
  readonly vendors: readonly string[];
  readonly tags: readonly string[];
  readonly collections: readonly string[];
  readonly skus: readonly string[];
}

function describeTaken({ productTypes, vendors, tags, collections, skus }: Taken): string {
  const kinds = [
    describeKind("product type", productTypes),
    describeKind("vendor", vendors),
    describeKind("tag", tags),
    describeKind("collection", collections),
  ].filter(Boolean);
  const listed =
    skus.length === 0 ? "" : `${skus.length} listed SKU${skus.length === 1 ? "" : "s"}`;
  return [kinds.join(" and "), listed].filter(Boolean).join(", or ");
}

function describeKind(kind: string, names: readonly string[]): string {
  if (names.length === 0) return "";
  const shown = names.slice(0, 3).join(" or ");
  return `${kind} ${shown}${names.length > 3 ? ` or ${names.length - 3} more` : ""}`;
}
