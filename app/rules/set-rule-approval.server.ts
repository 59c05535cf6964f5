import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";

export type SetApprovalOutcome =
  { readonly ok: true } | { readonly ok: false; readonly because: "forbidden" };

/**
 * Turns the second person's approval on or off. The owner's alone: whoever may switch it off could
 * publish without it.
 */
export async function setRuleApproval(
  shop: ShopContext,
  required: boolean,
): Promise<SetApprovalOutcome> {
  const { shopId, actor } = shop;
  if (actor.role !== "owner") return { ok: false, because: "forbidden" };
  return inShop(shop, async (tx) => {
    await tx.shop.update({ where: { shopId }, data: { ruleApproval: required } });
    await tx.auditEntry.create({
      data: {
        ...{ shopId, at: shop.clock.now(), actor: actor.name, action: "rules_approval_set" },
        ...{ subject: "rules", detail: { required } },
      },
    });
    return { ok: true };
  });
}
