import type { Clock } from "#app/clock.ts";
import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import type { JobPayloads } from "#app/queue/jobs.ts";
import { systemContext } from "#app/shop-context.ts";
import { readPrivacyRequest } from "./read-privacy-request.ts";

/**
 * Job for customers/data_request: gathers all that is kept about the customer's orders and puts it on
 * the audit log, where the merchant, who must answer the customer within 30 days, finds it. No name,
 * street, e-mail or phone is among it: orders are kept without them.
 */
export async function exportCustomer(
  { shopId, webhookId }: JobPayloads["export-customer"],
  clock?: Clock,
): Promise<void> {
  const shop = systemContext(shopId, clock);
  await inShop(shop, async (tx) => {
    const event = await tx.inboxEvent.findUnique({
      where: { shopId_webhookId: { shopId, webhookId } },
    });
    if (!event) return;
    const { customerId, orderIds } = readPrivacyRequest(event.body);
    const subject = `customer ${customerId}`;
    const orders = await gatherOrders(tx, shopId, orderIds);
    const action = "customer_data_exported";
    await tx.auditEntry.deleteMany({ where: { shopId, action, subject } });
    await tx.auditEntry.create({
      data: {
        shopId,
        at: shop.clock.now(),
        actor: shop.actor.name,
        action,
        subject,
        detail: { orders },
      },
    });
  });
}

async function gatherOrders(tx: Tx, shopId: string, orderIds: readonly string[]) {
  const orders = await tx.order.findMany({
    where: { shopId, orderId: { in: [...orderIds] } },
    include: { lines: true },
    orderBy: { orderId: "asc" },
  });
  return orders.map((order) => ({
    order: order.name,
    placedAt: order.placedAt?.toISOString() ?? null,
    city: order.city,
    provinceCode: order.provinceCode,
    postalCode: order.postalCode,
    countryCode: order.countryCode,
    latitude: order.latitude,
    longitude: order.longitude,
    customerTags: order.customerTags,
    value: order.value.toString(),
    items: order.lines.map(({ sku, title, units }) => ({ sku, title, units })),
  }));
}
