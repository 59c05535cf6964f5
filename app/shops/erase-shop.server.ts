import { Prisma } from "#app/generated/prisma/client.ts";
import { inShop } from "#app/db.server.ts";
import type { JobPayloads } from "#app/queue/jobs.ts";

/**
 * Job for shop/redact, which Shopify sends 48 hours after the app was removed: deletes every row of
 * the shop from every table, including those added after this was written. A shop that has the app
 * again keeps its data.
 */
export async function eraseShop({ shopId }: JobPayloads["erase-shop"]): Promise<void> {
  await inShop(
    { shopId },
    async (tx) => {
      const shop = await tx.shop.findUnique({ where: { shopId } });
      if (shop && !shop.uninstalledAt) return;
      const tables = await tx.$queryRaw<{ name: string }[]>`
        select table_name::text name from information_schema.columns
        where table_schema = 'public' and column_name = 'shop_id' order by table_name`;
      for (const { name } of tables) {
        // Row-level security confines each statement to this shop; the condition says so as well.
        const table = Prisma.raw(`"${name}"`);
        await tx.$executeRaw`delete from ${table} where shop_id = ${shopId}`;
      }
    },
    { timeout: 110_000 },
  );
}
