import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "./env.server.ts";
import type { Prisma } from "./generated/prisma/client.ts";
import { PrismaClient } from "./generated/prisma/client.ts";

/** A transaction that sees one shop's rows only. */
export type Tx = Prisma.TransactionClient;

/**
 * The pool works as the role `backroom_app`, which owns no table: row-level security applies to
 * every statement, and outside `inShop` every table looks empty.
 */
const prisma = new PrismaClient({
  adapter: new PrismaPg({
    connectionString: env.DATABASE_URL,
    max: env.DATABASE_POOL,
    options: "-c role=backroom_app",
  }),
});

export interface InShopOptions {
  /** Longest run of the transaction in ms; 15,000 unless told. */
  readonly timeout?: number;
  readonly isolationLevel?: Prisma.TransactionIsolationLevel;
}

/** Runs `work` in one transaction that can read and write only this shop's rows. */
export async function inShop<T>(
  shop: { readonly shopId: string },
  work: (tx: Tx) => Promise<T>,
  options: InShopOptions = {},
): Promise<T> {
  return prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`select set_config('backroom.shop_id', ${shop.shopId}, true)`;
      return work(tx);
    },
    { maxWait: 10_000, timeout: 15_000, ...options },
  );
}

/** Ids of every shop that has the app installed; all that can be read across shops. */
export async function listInstalledShopIds(): Promise<string[]> {
  return prisma.$transaction(async (tx) => {
    await tx.$executeRaw`select set_config('backroom.every_shop', 'on', true)`;
    const shops = await tx.shop.findMany({
      where: { uninstalledAt: null },
      select: { shopId: true },
      orderBy: { shopId: "asc" },
    });
    return shops.map((shop) => shop.shopId);
  });
}

/** Serialises decisions: waits until this shop's lock is free, holds it to the transaction's end. */
export async function lockShop(tx: Tx, shopId: string, purpose: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`${purpose}:${shopId}`}, 0))`;
}

/** True when the database answers. */
export async function isDatabaseUp(): Promise<boolean> {
  return prisma.$queryRaw`select 1`.then(
    () => true,
    () => false,
  );
}

/** Names of the migrations this database has. */
export async function listAppliedMigrations(): Promise<string[]> {
  const rows = await prisma.$queryRaw<{ name: string }[]>`SELECT name FROM applied_migrations`;
  return rows.map((row) => row.name);
}

export async function closeDatabase(): Promise<void> {
  await prisma.$disconnect();
}
