import { gidOf } from "../fulfillment-orders/payloads.ts";
import { payloadOf } from "../graphql/answer-mutation.ts";
import { byId } from "../graphql/by-id.ts";
import { connect, type PageArguments } from "../graphql/connect.ts";
import type { AdminContext } from "../graphql/context.ts";
import { plain, type ResolverMap } from "../graphql/resolver.ts";
import type { ShopState } from "../shop/state.ts";
import { digestOf, ownNamespace, type Metafield } from "./metafield.ts";
import { deleteMetafields, setMetafields, type MetafieldInput } from "./set-metafields.ts";

interface ListArguments extends PageArguments {
  namespace?: string | null;
  keys?: readonly string[] | null;
}

function metafieldsOf(shop: ShopState, ownerGid: string): Metafield[] {
  return [...shop.metafields.values()].filter((metafield) => metafield.ownerGid === ownerGid);
}

/** The `metafield` and `metafields` fields of a type whose state carries its own id. */
export function metafieldFields<Owner extends { id: string }>(kind: string) {
  return {
    metafield: (
      { id }: Owner,
      { namespace, key }: { namespace?: string | null; key: string },
      { shop, access }: AdminContext,
    ) =>
      metafieldsOf(shop, gidOf(kind, id)).find(
        (metafield) =>
          metafield.key === key &&
          metafield.namespace === ownNamespace(namespace ?? "$app", access.appId),
      ) ?? null,
    metafields: ({ id }: Owner, args: ListArguments, { shop }: AdminContext) =>
      connect(
        metafieldsOf(shop, gidOf(kind, id)).filter(
          ({ namespace, key }) =>
            (args.namespace == null || namespace === args.namespace) &&
            (args.keys == null || args.keys.includes(`${namespace}.${key}`)),
        ),
        args,
        byId,
      ),
  };
}

function parsedValue({ type, value }: Metafield): unknown {
  if (type === "json" || type.startsWith("list.") || type === "boolean") return JSON.parse(value);
  return type === "number_integer" ? Number(value) : value;
}

const metafield = {
  id: ({ id }: Metafield) => gidOf("Metafield", id),
  legacyResourceId: ({ id }: Metafield) => id,
  ...plain<Metafield>("namespace", "key", "type", "value", "createdAt", "updatedAt"),
  compareDigest: digestOf,
  jsonValue: parsedValue,
  sizeInBytes: ({ value }: Metafield) => Buffer.byteLength(value),
};

interface Identifier {
  ownerId: string;
  namespace: string;
  key: string;
}

const mutations = {
  metafieldsSet: (
    _: undefined,
    args: { metafields: MetafieldInput[] },
    { shop, access }: AdminContext,
  ) =>
    payloadOf(setMetafields(shop, args.metafields, access.appId), (metafields) => ({ metafields })),
  metafieldsDelete: (
    _: undefined,
    args: { metafields: Identifier[] },
    { shop, access }: AdminContext,
  ) => {
    deleteMetafields(shop, args.metafields, access.appId);
    return { userErrors: [] };
  },
};

export const metafieldResolvers: ResolverMap = { Metafield: metafield, Mutation: mutations };
