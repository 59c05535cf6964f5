import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import type { Exception } from "#app/generated/prisma/client.ts";
import type { Actor, ShopContext } from "#app/shop-context.ts";

export type ResolveOutcome =
  | { readonly ok: true; readonly changed: boolean }
  | { readonly ok: false; readonly because: "not_found" };

/**
 * A person declares an exception settled, with a note of at most 1,000 characters. Resolving a
 * resolved one changes nothing. A store manager sees only their own location's, an associate none.
 */
export async function resolveException(
  shop: ShopContext,
  exceptionId: string,
  note: string,
): Promise<ResolveOutcome> {
  const { shopId, actor } = shop;
  return inShop(shop, async (tx) => {
    const found = await tx.exception.findUnique({
      where: { shopId_exceptionId: { shopId, exceptionId } },
    });
    if (!found || !maySettle(actor, found.locationId)) return { ok: false, because: "not_found" };
    const { count } = await tx.exception.updateMany({
      where: { shopId, exceptionId, status: "open" },
      data: {
        status: "resolved",
        resolvedAt: shop.clock.now(),
        resolvedBy: actor.name,
        resolution: `Resolved by ${actor.name}`,
        note: note.slice(0, 1000),
      },
    });
    if (count > 0) await remember(tx, shop, found, note);
    return { ok: true, changed: count > 0 };
  });
}

function maySettle(actor: Actor, locationId: string | null): boolean {
  if (actor.role === "associate") return false;
  return actor.role !== "store_manager" || actor.locationId === locationId;
}

async function remember(tx: Tx, shop: ShopContext, row: Exception, note: string): Promise<void> {
  const { shopId } = shop;
  const by = { at: shop.clock.now(), actor: shop.actor.name };
  const { exceptionId, orderId, queue, summary } = row;
  const subject = `exception ${exceptionId}`;
  const detail = { queue, summary, note };
  const audited = { shopId, ...by, action: "exception_resolved", subject, detail };
  await tx.auditEntry.create({ data: audited });
  if (orderId === null) return;
  const message = `Resolved: ${note || summary}`;
  const event = { kind: "exception_resolved", message, data: { exceptionId } };
  await tx.orderEvent.create({ data: { shopId, orderId, ...by, ...event } });
}
