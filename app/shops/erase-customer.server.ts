import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import type { JobPayloads } from "#app/queue/jobs.ts";
import type { PrivacyRequest } from "./read-privacy-request.ts";
import { readPrivacyRequest } from "./read-privacy-request.ts";

/**
 * Job for customers/redact: removes what could lead back to a person from everything kept about
 * their orders. That is where parcels went (city, postal code, coordinates), the customer's tags, who
 * collected them and what was noted, and
 * the bodies of webhooks that name the order or the customer, the request's own included. What was
 * decided, from where and at what cost, stays.
 */
export async function eraseCustomer({
  shopId,
  webhookId,
}: JobPayloads["erase-customer"]): Promise<void> {
  await inShop(
    { shopId },
    async (tx) => {
      const event = await tx.inboxEvent.findUnique({
        where: { shopId_webhookId: { shopId, webhookId } },
      });
      if (!event) return;
      const request = readPrivacyRequest(event.body);
      await eraseOrders(tx, shopId, request.orderIds);
      await eraseExports(tx, shopId, request);
      await eraseBodies(tx, shopId, request);
    },
    { timeout: 110_000 },
  );
}

async function eraseOrders(tx: Tx, shopId: string, orderIds: readonly string[]): Promise<void> {
  const ids = [...orderIds];
  await tx.order.updateMany({
    where: { shopId, orderId: { in: ids } },
    data: { city: "", postalCode: null, latitude: null, longitude: null, customerTags: [] },
  });
  // A name told at hand-over and free notes may name the person.
  await tx.pickTask.updateMany({
    where: { shopId, orderId: { in: ids } },
    data: { endedReason: "" },
  });
  await tx.rejection.updateMany({
    where: { shopId, orderId: { in: ids } },
    data: { note: "" },
  });
  const nobody = JSON.stringify({ latitude: null, longitude: null, postalCode: null });
  await tx.$executeRaw`
    update decisions set snapshot = jsonb_set(
      jsonb_set(snapshot, '{order,destination}',
        coalesce(snapshot #> '{order,destination}', '{}') || ${nobody}::jsonb),
      '{order,customerTags}', '[]')
    where shop_id = ${shopId} and order_id = any(${ids}) and snapshot ? 'order'`;
  await tx.$executeRaw`
    update past_orders set facts = jsonb_set(
      jsonb_set(facts, '{order,shippingAddress}', 'null'), '{order,customerTags}', '[]')
    where shop_id = ${shopId} and order_id = any(${ids})`;
}

/** Copies made for an earlier data request. */
async function eraseExports(tx: Tx, shopId: string, request: PrivacyRequest): Promise<void> {
  await tx.auditEntry.deleteMany({
    where: { shopId, action: "customer_data_exported", subject: `customer ${request.customerId}` },
  });
}

async function eraseBodies(tx: Tx, shopId: string, request: PrivacyRequest): Promise<void> {
  const ids = [request.customerId, ...request.orderIds].filter((id) => id !== "");
  const patterns = ids.map((id) => `%${id}%`);
  await tx.$executeRaw`
    update inbox_events set body = '{"redacted":true}'
    where shop_id = ${shopId} and body like any(${patterns})`;
}
