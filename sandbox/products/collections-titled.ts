import { newId } from "../shop/new-id.ts";
import { nowIn } from "../shop/now.ts";
import type { Id, ShopState } from "../shop/state.ts";
import { toHandle } from "./to-handle.ts";

/** Ids of the collections with some titles, in that order; those there are none of yet are made. */
export function collectionsTitled(shop: ShopState, titles: readonly string[]): Id[] {
  return [...new Set(titles)].map((title) => {
    const known = [...shop.collections.values()].find((collection) => collection.title === title);
    return known?.id ?? addCollection(shop, title);
  });
}

function addCollection(shop: ShopState, title: string): Id {
  const id = newId(shop, "Collection");
  shop.collections.set(id, { id, title, handle: toHandle(title), updatedAt: nowIn(shop) });
  return id;
}
