/**
 * Import this before anything from the app: it copies the migrated template for this test file and
 * points DATABASE_URL at the copy, which is dropped when the file ends.
 */
import { randomBytes } from "node:crypto";
import { afterAll, inject } from "vitest";
import { runSql } from "./template-database.ts";

const server = inject("postgresUrl");
const name = `backroom_test_${randomBytes(6).toString("hex")}`;
await runSql(server, `CREATE DATABASE ${name} TEMPLATE ${inject("templateDatabase")}`);

/** The owner's connection string: for tests that look past row-level security. */
export const ownerDatabaseUrl = `${server}/${name}`;
process.env.DATABASE_URL = ownerDatabaseUrl;

afterAll(async () => {
  const { closePipelines } = await import("#app/db-pipeline.server.ts");
  const { closeDatabase } = await import("#app/db.server.ts");
  const { stopBoss } = await import("#app/queue/boss.server.ts");
  await stopBoss(1_000);
  await closeDatabase();
  await closePipelines();
  await runSql(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
});
