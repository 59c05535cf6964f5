import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

/**
 * A person takes open exceptions upon themselves: they stay open and may still wake by themselves,
 * but everybody sees who is on them. Store roles may not. Returns how many changed hands; those
 * already this person's, resolved, or foreign are left alone.
 */
export async function markKnown(
  shop: ShopContext,
  exceptionIds: readonly string[],
  note = "",
): Promise<{ readonly changed: number }> {
  const { shopId, actor } = shop;
  if (actor.role === "associate" || actor.role === "store_manager") return { changed: 0 };
  return inShop(shop, async (tx) => {
    const known = await tx.exception.updateManyAndReturn({
      where: {
        shopId,
        exceptionId: { in: [...exceptionIds] },
        status: "open",
        assignee: { not: actor.name },
      },
      data: { assignee: actor.name, ...(note ? { note: note.slice(0, 1000) } : {}) },
      select: { exceptionId: true, queue: true },
    });
    const at = shop.clock.now();
    await tx.auditEntry.createMany({
      data: known.map(({ exceptionId, queue }) => ({
        shopId,
        at,
        actor: actor.name,
        action: "exception_known",
        subject: `exception ${exceptionId}`,
        detail: { queue, note },
      })),
    });
    return { changed: known.length };
  });
}
