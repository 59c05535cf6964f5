import "#test/setup/database.ts";
import { describe, expect, it } from "vitest";
import type { Send } from "#app/db-pipeline.server.ts";
import { inPipeline } from "#app/db-pipeline.server.ts";
import { inShop } from "#app/db.server.ts";
import { enqueueInPipeline } from "#app/queue/enqueue.server.ts";
import { waitingJobs } from "#test/builders/job-queue.ts";

const shop = { shopId: "pipeline.myshopify.com" };
const noon = "2026-11-21T12:00:00Z";
const actAs = (send: Send) =>
  void send("SELECT set_config('backroom.shop_id', $1, true)", [shop.shopId]);
const insert = (send: Send, webhookId: string, receivedAt: string | null) =>
  void send(
    `INSERT INTO inbox_events (shop_id, webhook_id, topic, body, received_at)
     VALUES ($1, $2, 'orders/create', '{}', $3::timestamptz)`,
    [shop.shopId, webhookId, receivedAt],
  );
const storedIds = async () => {
  const events = await inShop(shop, (tx) =>
    tx.inboxEvent.findMany({ orderBy: { webhookId: "asc" } }),
  );
  return events.map((event) => event.webhookId);
};

describe("inPipeline", () => {
  it("commits what it sent, a job among it", async () => {
    await inPipeline(async (send) => {
      actAs(send);
      insert(send, "first", noon);
      await enqueueInPipeline(send, "receive-webhooks", { ...shop, webhookIds: ["first"] });
    });
    expect(await storedIds()).toEqual(["first"]);
    expect(await waitingJobs("receive-webhooks")).toEqual([{ ...shop, webhookIds: ["first"] }]);
  });

  it("commits nothing when one statement fails, and works again afterwards", async () => {
    const failing = inPipeline(async (send) => {
      actAs(send);
      insert(send, "before", noon);
      insert(send, "without an instant", null);
      await enqueueInPipeline(send, "receive-webhooks", { ...shop, webhookIds: ["before"] });
    });
    await expect(failing).rejects.toThrow(/null value in column "received_at"/);
    expect(await storedIds()).toEqual(["first"]);
    expect(await waitingJobs("receive-webhooks")).toHaveLength(1);
    await inPipeline((send) => {
      actAs(send);
      insert(send, "after", noon);
      return Promise.resolve();
    });
    expect(await storedIds()).toEqual(["after", "first"]);
  });

  it("is under row-level security like every other transaction", async () => {
    const asNobody = inPipeline((send) => Promise.resolve(insert(send, "nobody's", noon)));
    await expect(asNobody).rejects.toThrow(/row-level security/);
  });
});
