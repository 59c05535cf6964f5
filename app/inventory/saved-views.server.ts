import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

/** A list's filters under a name; each person has their own. */
export interface SavedView {
  readonly viewId: string;
  readonly name: string;
  /** The address's query: "location=1&show=reserved". */
  readonly query: string;
}

const viewsPerPerson = 30;

/** The acting person's views of a page, by name. */
export async function listViews(shop: ShopContext, page: string): Promise<SavedView[]> {
  const where = { shopId: shop.shopId, owner: shop.actor.name, page };
  return inShop(shop, (tx) =>
    tx.savedView.findMany({
      where,
      orderBy: { name: "asc" },
      select: { viewId: true, name: true, query: true },
    }),
  );
}

/** Keeps a view; one of the same name is replaced. Refused beyond 30 views. */
export async function saveView(
  shop: ShopContext,
  { page, name, query }: { readonly page: string; readonly name: string; readonly query: string },
): Promise<{ readonly ok: true } | { readonly ok: false; readonly because: "too_many" }> {
  const mine = { shopId: shop.shopId, owner: shop.actor.name, page };
  return inShop(shop, async (tx) => {
    const known = await tx.savedView.findMany({ where: mine, select: { name: true } });
    const isNew = !known.some((view) => view.name === name);
    if (isNew && known.length >= viewsPerPerson) return { ok: false, because: "too_many" };
    await tx.savedView.upsert({
      where: { shopId_owner_page_name: { ...mine, name } },
      create: { ...mine, name, query, createdAt: shop.clock.now() },
      update: { query },
    });
    return { ok: true };
  });
}

/** Forgets one of the acting person's views; false when it is not theirs. */
export async function deleteView(shop: ShopContext, viewId: string): Promise<boolean> {
  const where = { shopId: shop.shopId, owner: shop.actor.name, viewId };
  const { count } = await inShop(shop, (tx) => tx.savedView.deleteMany({ where }));
  return count > 0;
}
