import { payloadOf } from "../graphql/answer-mutation.ts";
import type { AdminContext } from "../graphql/context.ts";
import { notImplemented } from "../graphql/errors.ts";
import { parseGid } from "../graphql/gid.ts";
import type { ResolverMap } from "../graphql/resolver.ts";
import type { Order } from "../orders/order.ts";
import { sortedTags } from "../orders/place-order.ts";
import { touchOrder } from "../orders/touch-order.ts";
import type { Product } from "../products/product.ts";
import { updateProduct } from "../products/update-product.ts";
import { actInShop } from "../shop/events.ts";
import { findNode } from "../shop/find-node.ts";
import { done, refuse, type Outcome } from "../shop/outcome.ts";
import type { ShopState } from "../shop/state.ts";

interface TagArguments {
  id: string;
  tags: string[];
}

/** Shopify also takes one comma-separated string; each part is a tag. */
function split(tags: readonly string[]): string[] {
  return tags.flatMap((tag) => tag.split(",")).map((tag) => tag.trim());
}

function changeTags(
  shop: ShopState,
  gid: string,
  change: (tags: string[]) => string[],
): Outcome<object> {
  const kind = parseGid(gid)?.kind ?? "";
  if (kind !== "Order" && kind !== "Product") throw notImplemented(`tags of ${kind}`);
  const node = findNode(shop, gid);
  if (node === null) return refuse(`${kind} does not exist`, null, ["id"]);
  const tagged = node as Order | Product;
  const tags = sortedTags(change(tagged.tags));
  if (tags.join() === tagged.tags.join()) return done(node);
  if (kind === "Product") updateProduct(shop, (tagged as Product).id, { tags });
  else actInShop(shop, () => retag(shop, tagged as Order, tags));
  return done(node);
}

function retag(shop: ShopState, order: Order, tags: string[]): void {
  order.tags = tags;
  touchOrder(shop, order);
}

const mutations = {
  tagsAdd: (_: undefined, { id, tags }: TagArguments, { shop }: AdminContext) =>
    payloadOf(
      changeTags(shop, id, (present) => [...present, ...split(tags)]),
      (node) => ({ node }),
    ),
  tagsRemove: (_: undefined, { id, tags }: TagArguments, { shop }: AdminContext) => {
    const removed = new Set(split(tags).map((tag) => tag.toLowerCase()));
    return payloadOf(
      changeTags(shop, id, (present) => present.filter((tag) => !removed.has(tag.toLowerCase()))),
      (node) => ({ node }),
    );
  },
};

export const tagResolvers: ResolverMap = { Mutation: mutations };
