import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { ShopFormat } from "#app/shops/read-shop-format.server.ts";
import { readShopFormat } from "#app/shops/read-shop-format.server.ts";
import type { DecisionView } from "./explanation/decision-view.ts";
import type { StoredSnapshot } from "./internal/build-snapshot.ts";
import { readDecisionView } from "./read-decision-view.server.ts";
import type { WhatIf } from "./what-if.ts";

export interface WhatIfChoice {
  readonly value: string;
  readonly label: string;
}

/** One order as it was decided, and as it would have been. */
export interface WhatIfView {
  readonly orderId: string;
  readonly name: string;
  readonly format: ShopFormat;
  readonly locations: readonly WhatIfChoice[];
  readonly items: readonly WhatIfChoice[];
  /** Null while the order was not decided yet. */
  readonly before: DecisionView | null;
  /** Null until something is supposed. */
  readonly after: DecisionView | null;
}

/** Places and items shown in an explanation; the rest is counted. */
const LIMIT = 25;

/**
 * Decides an order again in the very world of its decision in force, but for the facts supposed to
 * have been different. Nothing is written. Null when the shop has no such order.
 */
export async function showWhatIf(
  shop: ShopContext,
  orderId: string,
  supposed: WhatIf,
): Promise<WhatIfView | null> {
  const { shopId } = shop;
  return inShop(shop, async (tx) => {
    const order = await tx.order.findUnique({
      where: { shopId_orderId: { shopId, orderId } },
      include: { lines: true },
    });
    if (!order) return null;
    const decision = await tx.decision.findFirst({
      where: { shopId, decisionId: order.decisionId ?? "" },
    });
    const rows = await tx.location.findMany({
      where: { shopId },
      select: { locationId: true, name: true, active: true, fulfillsOnlineOrders: true },
      orderBy: { name: "asc" },
    });
    const names = new Map(rows.map(({ locationId, name }) => [locationId, name]));
    const isSupposed = supposed.closedLocationId !== null || supposed.stock !== null;
    const view = (whatIf?: WhatIf) =>
      decision && readDecisionView(tx, decision, order.lines, names, LIMIT, whatIf);
    return {
      orderId,
      name: order.name,
      format: await readShopFormat(tx, shop),
      locations: rows
        .filter(({ active, fulfillsOnlineOrders }) => active && fulfillsOnlineOrders)
        .map(({ locationId, name }) => ({ value: locationId, label: name })),
      items: listItems(decision?.snapshot as unknown as StoredSnapshot | undefined, order.lines),
      before: await view(),
      after: isSupposed ? await view(supposed) : null,
    };
  });
}

/** The items of the decision, by the engine's names, with their titles. */
function listItems(
  snapshot: StoredSnapshot | undefined,
  lines: readonly { readonly lineItemId: string; readonly title: string }[],
): WhatIfChoice[] {
  const titles = new Map(lines.map(({ lineItemId, title }) => [lineItemId, title]));
  const items = (snapshot?.order.lines ?? []).map(({ id, sku }): [string, string] => [
    sku,
    [titles.get(id), sku].filter(Boolean).join(" · "),
  ]);
  return [...new Map(items)].map(([value, label]) => ({ value, label }));
}
