import { ownerDatabaseUrl } from "#test/setup/database.ts";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { inShop, listInstalledShopIds } from "#app/db.server.ts";
import { boss } from "#app/queue/boss.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import { waitingJobs } from "#test/builders/job-queue.ts";
import { installedShop, shopContext } from "#test/builders/shop.ts";

describe("row-level security", () => {
  it("shows a transaction one shop's rows only", async () => {
    const ours = await installedShop("ours.myshopify.com");
    await installedShop("theirs.myshopify.com");
    expect(await inShop(ours, (tx) => tx.shop.count())).toBe(1);
    expect(await inShop(shopContext("stranger.myshopify.com"), (tx) => tx.shop.count())).toBe(0);
    expect(await listInstalledShopIds()).toEqual(["ours.myshopify.com", "theirs.myshopify.com"]);
  });

  it("refuses to write another shop's row", async () => {
    const row = { shopId: "theirs.myshopify.com", code: "x", label: "x", stockEffect: "none" };
    await expect(
      inShop(shopContext("ours.myshopify.com"), (tx) => tx.rejectionReason.create({ data: row })),
    ).rejects.toThrow(/row-level security/);
  });

  it("is forced on every table that names a shop, and every table but the ledger names one", async () => {
    const client = new pg.Client(ownerDatabaseUrl);
    await client.connect();
    const { rows } = await client.query<{ table: string; forced: boolean; policies: number }>(
      `SELECT c.relname AS table, c.relrowsecurity AND c.relforcerowsecurity AS forced,
              (SELECT count(*)::int FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
         FROM pg_class c WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`,
    );
    await client.end();
    const open = rows.filter((row) => !row.forced || row.policies === 0).map((row) => row.table);
    expect(open).toEqual(["applied_migrations"]);
    expect(rows.length).toBeGreaterThan(20);
  });
});

describe("enqueue", () => {
  it("adds the job if and only if the transaction commits", async () => {
    const shop = shopContext();
    await inShop(shop, (tx) => enqueue(tx, "route-orders", { shopId: shop.shopId }));
    const broken = inShop(shop, async (tx) => {
      await enqueue(tx, "route-orders", { shopId: shop.shopId });
      throw new Error("rolled back");
    });
    await expect(broken).rejects.toThrow("rolled back");
    expect(await waitingJobs("route-orders")).toEqual([{ shopId: shop.shopId }]);
  });

  it("joins a job that waits for the same group, and keeps it from starting too early", async () => {
    const shop = shopContext("joining.myshopify.com");
    const payload = { shopId: shop.shopId };
    const waiting = async () =>
      (await waitingJobs("audit-stock")).filter((job) => job.shopId === shop.shopId);
    await inShop(shop, (tx) => enqueue(tx, "audit-stock", payload));
    const instance = await boss();
    await inShop(shop, async (tx) => {
      await enqueue(tx, "audit-stock", payload);
      expect(await instance.fetch("audit-stock")).toEqual([]);
    });
    expect(await waiting()).toEqual([payload]);
    expect(await instance.fetch("audit-stock")).toHaveLength(1);
    await inShop(shop, (tx) => enqueue(tx, "audit-stock", payload));
    expect(await waiting()).toEqual([payload]);
  });
});
