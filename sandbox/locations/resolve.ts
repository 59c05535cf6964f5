import { isActive } from "../fulfillment-orders/status.ts";
import { gidOf } from "../fulfillment-orders/payloads.ts";
import { payloadOf } from "../graphql/answer-mutation.ts";
import { byId } from "../graphql/by-id.ts";
import { connect, type Ordering, type PageArguments } from "../graphql/connect.ts";
import type { AdminContext } from "../graphql/context.ts";
import { notImplemented } from "../graphql/errors.ts";
import { idIn } from "../graphql/gid.ts";
import { exactCount } from "../graphql/money.ts";
import { plain, type ResolverMap } from "../graphql/resolver.ts";
import { search, type Filters } from "../graphql/search.ts";
import { levelFilters } from "../inventory/level-filters.ts";
import { levelsAt } from "../inventory/levels-at.ts";
import { levelOf } from "../inventory/open-level.ts";
import { metafieldFields } from "../metafields/resolve-metafield.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { ShopState } from "../shop/state.ts";
import type { Address, Location } from "./location.ts";
import { updateLocation } from "./update-location.ts";

interface LevelsArguments extends PageArguments {
  includeInactive?: boolean;
  query?: string | null;
}

interface ListArguments extends LevelsArguments {
  sortKey?: string;
}

const location = {
  id: ({ id }: Location) => gidOf("Location", id),
  legacyResourceId: ({ id }: Location) => id,
  ...plain<Location>("name", "address", "createdAt", "updatedAt", "deactivatedAt"),
  ...plain<Location>("fulfillsOnlineOrders"),
  isActive: ({ active }: Location) => active,
  activatable: ({ active }: Location) => !active,
  deactivatable: ({ active }: Location) => active,
  deletable: ({ active }: Location) => !active,
  addressVerified: ({ address }: Location) => address.latitude !== null,
  isFulfillmentService: () => false,
  fulfillmentService: () => null,
  shipsInventory: ({ active, fulfillsOnlineOrders }: Location) => active && fulfillsOnlineOrders,
  localPickupSettingsV2: ({ localPickup }: Location) => localPickup,
  hasActiveInventory: ({ id }: Location, _: unknown, { shop }: AdminContext) =>
    levelsAt(shop, id).some(({ active }) => active),
  hasUnfulfilledOrders: ({ id }: Location, _: unknown, { shop }: AdminContext) =>
    [...shop.fulfillmentOrders.values()].some(
      (fulfillmentOrder) => fulfillmentOrder.locationId === id && isActive(fulfillmentOrder),
    ),
  inventoryLevel: (
    { id }: Location,
    args: { inventoryItemId: string; includeInactive?: boolean },
    { shop }: AdminContext,
  ) => {
    const level = levelOf(shop, idIn("InventoryItem", args.inventoryItemId), id);
    return level !== undefined && (level.active || args.includeInactive === true) ? level : null;
  },
  inventoryLevels: ({ id }: Location, args: LevelsArguments, { shop }: AdminContext) => {
    const levels = levelsAt(shop, id).filter(
      ({ active }) => active || args.includeInactive === true,
    );
    return connect(search(levels, args.query, levelFilters), args, byId);
  },
  ...metafieldFields<Location>("Location"),
};

const locationAddress = {
  ...plain<Address>("address1", "address2", "city", "country", "countryCode", "latitude"),
  ...plain<Address>("longitude", "phone", "province", "provinceCode", "zip"),
  formatted: ({ address1, city, provinceCode, zip, country }: Address) => [
    address1,
    `${city} ${provinceCode ?? ""} ${zip}`,
    country,
  ],
};

const filters: Filters<Location> = {
  id: ({ id }) => id,
  name: ({ name }) => name,
  active: ({ active }) => String(active),
  created_at: ({ createdAt }) => createdAt,
  updated_at: ({ updatedAt }) => updatedAt,
};

function orderingFor(sortKey: string | undefined): Ordering<Location> {
  if (sortKey === "ID") return byId;
  if (sortKey === undefined || sortKey === "NAME") return { ...byId, sortedBy: ({ name }) => name };
  throw notImplemented(`QueryRoot.locations(sortKey: ${sortKey})`);
}

function listed(shop: ShopState, args: ListArguments): readonly Location[] {
  const shown = [...shop.locations.values()].filter(
    ({ active }) => active || args.includeInactive === true,
  );
  return search(shown, args.query, filters);
}

const queries = {
  /** Without an id, the shop's primary location: the first in the merchant's ranking. */
  location: (_: undefined, { id }: { id?: string | null }, { shop }: AdminContext) =>
    (id == null ? [...shop.locations.values()][0] : shop.locations.get(idIn("Location", id))) ??
    null,
  locations: (_: undefined, args: ListArguments, { shop }: AdminContext) =>
    connect(listed(shop, args), args, orderingFor(args.sortKey)),
  locationsCount: (_: undefined, args: ListArguments, { shop }: AdminContext) =>
    exactCount(listed(shop, args).length),
};

interface EditInput {
  name?: string | null;
  fulfillsOnlineOrders?: boolean | null;
  address?: unknown;
  metafields?: unknown;
}

const mutations = {
  locationEdit: (
    _: undefined,
    args: { id: string; input: EditInput },
    { shop }: AdminContext,
  ): Record<string, unknown> => {
    const { name, fulfillsOnlineOrders, address, metafields } = args.input;
    if (address != null) throw notImplemented("LocationEditInput.address");
    if (metafields != null) throw notImplemented("LocationEditInput.metafields");
    const id = idIn("Location", args.id);
    const outcome: Outcome<Location> = shop.locations.has(id)
      ? done(
          updateLocation(shop, id, {
            ...(name == null ? {} : { name }),
            ...(fulfillsOnlineOrders == null ? {} : { fulfillsOnlineOrders }),
          }),
        )
      : refuse("Location not found.", "NOT_FOUND", ["id"]);
    return payloadOf(outcome, (edited) => ({ location: edited }));
  },
};

export const locationResolvers: ResolverMap = {
  Location: location,
  LocationAddress: locationAddress,
  QueryRoot: queries,
  Mutation: mutations,
};
