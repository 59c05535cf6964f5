import { inShop } from "../../db.server.ts";
import type { Prisma } from "../../generated/prisma/client.ts";
import type { ShopContext } from "../../shop-context.ts";
import type { UnitsBefore } from "./effect-plan.ts";
import type { Effect } from "./load-effect.server.ts";

/**
 * Commits that an effect is about to be sent, before it is: from here on its outcome is unknown until
 * read back. False when another worker got hold of it since it was loaded (`attempts` is the fence).
 */
export async function markSent(
  shop: ShopContext,
  effect: Effect,
  before: UnitsBefore | undefined,
): Promise<boolean> {
  return update(shop, effect, {
    status: "sent",
    sentAt: shop.clock.now(),
    attempts: { increment: 1 },
    ...(before ? { request: { ...asObject(effect), before } } : {}),
  });
}

/**
 * Shopify certainly did not do it (throttled, refused): what was left before is measured anew next
 * time, because others may ship meanwhile. Not so where an earlier sending is still in doubt.
 */
export async function markNotSent(shop: ShopContext, effect: Effect): Promise<void> {
  if (effect.isOutcomeUnknown) return;
  const { shopId } = shop;
  const { intentId } = effect;
  await inShop(shop, async (tx) => {
    await tx.$executeRaw`update intents set status = 'pending', request = request - 'before'
      where shop_id = ${shopId} and intent_id = ${intentId} and status = 'sent'`;
  });
}

async function update(
  shop: ShopContext,
  { intentId, attempts }: Effect,
  data: Prisma.IntentUpdateManyMutationInput,
): Promise<boolean> {
  const { shopId } = shop;
  const { count } = await inShop(shop, (tx) =>
    tx.intent.updateMany({
      where: { shopId, intentId, attempts, status: { in: ["pending", "sent"] } },
      data,
    }),
  );
  return count === 1;
}

function asObject({ request }: Effect): Prisma.InputJsonObject {
  return request && typeof request === "object" && !Array.isArray(request)
    ? (request as Prisma.InputJsonObject)
    : {};
}
