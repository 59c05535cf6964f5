import { gidOf } from "../fulfillment-orders/payloads.ts";
import { byId } from "../graphql/by-id.ts";
import { connect, type PageArguments } from "../graphql/connect.ts";
import type { AdminContext } from "../graphql/context.ts";
import { badRequest, resourceNotFound } from "../graphql/errors.ts";
import { idIn } from "../graphql/gid.ts";
import { exactCount, money } from "../graphql/money.ts";
import { plain, type ResolverMap } from "../graphql/resolver.ts";
import { search, type Filters } from "../graphql/search.ts";
import { levelFilters } from "./level-filters.ts";
import type { InventoryItem } from "../products/product.ts";
import type { ShopState } from "../shop/state.ts";
import { onHand, type InventoryLevel, type StockState } from "./level.ts";
import { levelGid } from "./level-payload.ts";
import { levelsOf } from "./levels-at.ts";
import { levelOf } from "./open-level.ts";
import { QUANTITY_NAMES } from "./quantity-names.ts";

interface LevelsArguments extends PageArguments {
  includeInactive?: boolean;
  query?: string | null;
}

/** Units under a quantity name, `on_hand` included. Throws BAD_REQUEST for another name. */
export function unitsUnder(level: InventoryLevel, name: string): number {
  if (name === "on_hand") return onHand(level);
  const units = level.units[name as StockState] as number | undefined;
  if (units === undefined) throw badRequest(`The quantity name ${name} is not valid.`);
  return units;
}

const level = {
  id: levelGid,
  ...plain<InventoryLevel>("createdAt", "updatedAt"),
  isActive: ({ active }: InventoryLevel) => active,
  canDeactivate: ({ units }: InventoryLevel) => units.committed === 0 && units.incoming === 0,
  deactivationAlert: () => null,
  item: ({ inventoryItemId }: InventoryLevel, _: unknown, { shop }: AdminContext) =>
    shop.inventoryItems.get(inventoryItemId),
  location: ({ locationId }: InventoryLevel, _: unknown, { shop }: AdminContext) =>
    shop.locations.get(locationId),
  quantities: (self: InventoryLevel, { names }: { names: string[] }) =>
    names.map((name) => ({
      id: `gid://shopify/InventoryQuantity/${self.id}?inventory_item_id=${self.inventoryItemId}&name=${name}`,
      name,
      quantity: unitsUnder(self, name),
      updatedAt: self.updatedAt,
    })),
};

const item = {
  id: ({ id }: InventoryItem) => gidOf("InventoryItem", id),
  legacyResourceId: ({ id }: InventoryItem) => id,
  ...plain<InventoryItem>("sku", "tracked", "requiresShipping", "createdAt", "updatedAt"),
  countryCodeOfOrigin: () => null,
  provinceCodeOfOrigin: () => null,
  harmonizedSystemCode: () => null,
  duplicateSkuCount: () => 0,
  unitCost: ({ unitCost }: InventoryItem, _: unknown, { shop }: AdminContext) =>
    unitCost === null ? null : money(shop, unitCost),
  measurement: ({ id, weightGrams }: InventoryItem) => ({
    id: gidOf("InventoryItemMeasurement", id),
    weight: { unit: "GRAMS", value: weightGrams },
  }),
  locationsCount: ({ id }: InventoryItem, _: unknown, { shop }: AdminContext) =>
    exactCount(levelsOf(shop, id).filter(({ active }) => active).length),
  variant: ({ variantId }: InventoryItem, _: unknown, { shop }: AdminContext) =>
    shop.variants.get(variantId),
  variants: ({ variantId }: InventoryItem, args: PageArguments, { shop }: AdminContext) => {
    const variant = shop.variants.get(variantId);
    return connect(variant === undefined ? [] : [variant], args, byId);
  },
  inventoryLevel: (
    { id }: InventoryItem,
    args: { locationId: string; includeInactive?: boolean },
    { shop }: AdminContext,
  ) => {
    const found = levelOf(shop, id, idIn("Location", args.locationId));
    return found !== undefined && (found.active || args.includeInactive === true) ? found : null;
  },
  inventoryLevels: ({ id }: InventoryItem, args: LevelsArguments, { shop }: AdminContext) => {
    const shown = levelsOf(shop, id).filter(
      ({ active }) => active || args.includeInactive === true,
    );
    return connect(search(shown, args.query, levelFilters), args, byId);
  },
};

const itemFilters: Filters<InventoryItem> = {
  id: ({ id }) => id,
  sku: ({ sku }) => sku,
  created_at: ({ createdAt }) => createdAt,
  updated_at: ({ updatedAt }) => updatedAt,
};

/** The level a gid names: its own number and its item's. */
export function findLevel(shop: ShopState, gid: string): InventoryLevel | null {
  const id = idIn("InventoryLevel", gid);
  const itemId = /[?&]inventory_item_id=(\d+)/.exec(gid)?.[1];
  if (itemId === undefined) throw resourceNotFound(gid);
  return levelsOf(shop, itemId).find((candidate) => candidate.id === id) ?? null;
}

const queries = {
  inventoryItem: (_: undefined, { id }: { id: string }, { shop }: AdminContext) =>
    shop.inventoryItems.get(idIn("InventoryItem", id)) ?? null,
  inventoryItems: (
    _: undefined,
    args: PageArguments & { query?: string | null },
    { shop }: AdminContext,
  ) => connect(search([...shop.inventoryItems.values()], args.query, itemFilters), args, byId),
  inventoryLevel: (_: undefined, { id }: { id: string }, { shop }: AdminContext) =>
    findLevel(shop, id),
  inventoryProperties: () => ({ quantityNames: QUANTITY_NAMES }),
};

export const inventoryTypes: ResolverMap = {
  InventoryLevel: level,
  InventoryItem: item,
  QueryRoot: queries,
};
