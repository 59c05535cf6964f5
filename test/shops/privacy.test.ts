import { ownerDatabaseUrl } from "#test/setup/database.ts";
import pg from "pg";
import { beforeEach, describe, expect, it } from "vitest";
import { inShop } from "#app/db.server.ts";
import { changeScopes } from "#app/shops/change-scopes.server.ts";
import { eraseCustomer } from "#app/shops/erase-customer.server.ts";
import { eraseShop } from "#app/shops/erase-shop.server.ts";
import { exportCustomer } from "#app/shops/export-customer.server.ts";
import { readPrivacyRequest } from "#app/shops/read-privacy-request.ts";
import { uninstallShop } from "#app/shops/uninstall-shop.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { installedShop, testNow } from "#test/builders/shop.ts";

const orderId = "9007199254740995";
const otherOrderId = "9007199254740996";
const customerId = "9007199254740997";
const planted = ["Lisbon", "1100-148", "38.7131", "-9.1334", "maria@example.com", "vip-maria"];

let shop: ShopContext;
let shops = 0;
beforeEach(async () => {
  shops += 1;
  shop = await installedShop(`privacy-${shops}.myshopify.com`);
});

function plantOrder(id: string) {
  const place = { latitude: 38.7131, longitude: -9.1334, postalCode: "1100-148" };
  return inShop(shop, async (tx) => {
    await tx.order.create({
      data: {
        shopId: shop.shopId,
        orderId: id,
        name: `#${id}`,
        city: "Lisbon",
        countryCode: "PT",
        customerTags: ["vip-maria"],
        ...place,
        lines: { create: { lineItemId: "1", units: 1, unitPrice: "5", title: "Mug" } },
      },
    });
    await tx.decision.create({
      data: {
        shopId: shop.shopId,
        decisionId: id,
        orderId: id,
        sequence: 1,
        createdAt: testNow,
        outcome: "planned",
        parcels: 1,
        networkHash: "",
        snapshot: {
          order: { id, destination: { ...place, countryCode: "PT" }, customerTags: ["vip-maria"] },
        },
        plan: {},
        engineVersion: "1",
        ruleVersion: 1,
        trigger: "",
      },
    });
    await plantEvent(id, `{"id":${id},"email":"maria@example.com","city":"Lisbon"}`);
  });
}

const plantEvent = (webhookId: string, body: string) =>
  inShop(shop, (tx) =>
    tx.inboxEvent.create({
      data: { shopId: shop.shopId, webhookId, topic: "t", receivedAt: testNow, body },
    }),
  );

const request = (key: string) =>
  `{"shop_id":1,"${key}":[${orderId}],"customer":{"id":${customerId},"email":"maria@example.com"}}`;

/** Everything the shop has in any table, as text, past row-level security. */
async function everything(): Promise<Map<string, string>> {
  const client = new pg.Client(ownerDatabaseUrl);
  await client.connect();
  await client.query("SELECT set_config('backroom.shop_id', $1, false)", [shop.shopId]);
  const { rows: tables } = await client.query<{ name: string }>(
    `SELECT table_name name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'shop_id'`,
  );
  const found = new Map<string, string>();
  for (const { name } of tables) {
    const { rows } = await client.query<{ row: string }>(
      `SELECT to_jsonb(t)::text "row" FROM "${name}" t WHERE shop_id = $1`,
      [shop.shopId],
    );
    if (rows.length > 0) found.set(name, rows.map(({ row }) => row).join("\n"));
  }
  await client.end();
  return found;
}

describe("a customer's wish to be forgotten", () => {
  it("leaves no trace of them, and other customers' orders alone", async () => {
    await plantOrder(orderId);
    await plantEvent("ask", request("orders_requested"));
    await exportCustomer({ shopId: shop.shopId, webhookId: "ask" });
    await plantEvent("redact", request("orders_to_redact"));
    await eraseCustomer({ shopId: shop.shopId, webhookId: "redact" });
    await eraseCustomer({ shopId: shop.shopId, webhookId: "redact" });
    const text = [...(await everything()).values()].join("\n");
    expect(planted.filter((secret) => text.includes(secret))).toEqual([]);
    expect(text).toContain(`#${orderId}`);

    await plantOrder(otherOrderId);
    await plantEvent("redact-2", request("orders_to_redact"));
    await eraseCustomer({ shopId: shop.shopId, webhookId: "redact-2" });
    const other = await inShop(shop, (tx) =>
      tx.order.findFirst({ where: { orderId: otherOrderId } }),
    );
    expect(other).toMatchObject({ city: "Lisbon", latitude: 38.7131 });
  });
});

describe("a customer's wish to see their data", () => {
  it("puts what is kept on the audit log, once", async () => {
    await plantOrder(orderId);
    await plantOrder(otherOrderId);
    await plantEvent("ask", request("orders_requested"));
    await exportCustomer({ shopId: shop.shopId, webhookId: "ask" });
    await exportCustomer({ shopId: shop.shopId, webhookId: "ask" });
    const entries = await inShop(shop, (tx) => tx.auditEntry.findMany());
    expect(entries).toMatchObject([
      {
        action: "customer_data_exported",
        subject: `customer ${customerId}`,
        detail: { orders: [{ order: `#${orderId}`, city: "Lisbon", items: [{ title: "Mug" }] }] },
      },
    ]);
  });

  it("keeps every digit of the ids", () => {
    expect(readPrivacyRequest(request("orders_requested"))).toEqual({
      customerId,
      orderIds: [orderId],
    });
    expect(readPrivacyRequest("{}")).toEqual({ customerId: "", orderIds: [] });
  });
});

describe("leaving", () => {
  it("keeps the data of a shop that has the app", async () => {
    await plantOrder(orderId);
    await eraseShop({ shopId: shop.shopId });
    expect((await everything()).has("orders")).toBe(true);
  });

  it("ends access at once and erases every table later", async () => {
    await plantOrder(orderId);
    await inShop(shop, async (tx) => {
      const { shopId } = shop;
      await tx.session.create({
        data: { id: `offline_${shopId}`, shopId, isOnline: false, sealed: "x" },
      });
      await tx.storeDevice.create({
        data: {
          shopId,
          locationId: "1",
          name: "Till",
          secretHash: "h",
          createdAt: testNow,
          createdBy: "Olu",
        },
      });
      await changeScopes(tx, shop, ["read_orders", "write_orders"]);
    });
    expect((await everything()).get("shops")).toContain("read_orders,write_orders");
    await inShop(shop, (tx) => uninstallShop(tx, shop));
    const left = await everything();
    expect(left.has("sessions")).toBe(false);
    expect(left.get("store_devices")).toContain('"secret_hash": null');
    expect(left.get("shops")).toContain(testNow.toISOString().slice(0, 16));

    const neighbour = await installedShop(`neighbour-${shops}.myshopify.com`);
    await eraseShop({ shopId: shop.shopId });
    expect([...(await everything()).keys()]).toEqual([]);
    expect(await inShop(neighbour, (tx) => tx.shop.count())).toBe(1);
  });
});
