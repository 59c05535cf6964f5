import { gidOf } from "../fulfillment-orders/payloads.ts";
import { byId } from "../graphql/by-id.ts";
import { connect, type PageArguments } from "../graphql/connect.ts";
import type { AdminContext } from "../graphql/context.ts";
import { notImplemented } from "../graphql/errors.ts";
import { plain } from "../graphql/resolver.ts";
import { search, type Filters } from "../graphql/search.ts";
import type { Collection, Product } from "./product.ts";

interface CollectionsArguments extends PageArguments {
  query?: string | null;
  sortKey?: string;
}

const filters: Filters<Collection> = {
  id: ({ id }) => id,
  title: ({ title }) => title,
  updated_at: ({ updatedAt }) => updatedAt,
};

const SORTED_BY: Record<string, (collection: Collection) => string> = {
  TITLE: ({ title }) => title,
  UPDATED_AT: ({ updatedAt }) => updatedAt,
};

/** Resolver of Product.collections. */
export function collectionsOf(
  { collectionIds }: Product,
  { query, sortKey = "ID", ...page }: CollectionsArguments,
  { shop }: AdminContext,
) {
  const sortedBy = SORTED_BY[sortKey];
  if (sortKey !== "ID" && !sortedBy) throw notImplemented(`collections(sortKey: ${sortKey})`);
  const collections = collectionIds.flatMap((id) => shop.collections.get(id) ?? []);
  return connect(
    search(collections, query, filters),
    page,
    sortedBy ? { ...byId, sortedBy } : byId,
  );
}

export const collectionFields = {
  id: ({ id }: Collection) => gidOf("Collection", id),
  legacyResourceId: ({ id }: Collection) => id,
  ...plain<Collection>("title", "handle", "updatedAt"),
};
