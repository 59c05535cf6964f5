import pg from "pg";
import type { TestProject } from "vitest/node";
import { installQueues } from "#app/queue/install-queues.server.ts";
import { applyMigrations } from "../../prisma/apply-migrations.ts";
import { startPostgres } from "#bin/stack/start-postgres.ts";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
    templateDatabase: string;
  }
}

/**
 * Once per run: a PostgreSQL (or the one named by BACKROOM_TEST_POSTGRES) and a migrated template
 * that every test file copies.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.BACKROOM_TEST_POSTGRES;
  const server = given ? { url: given, stop: async () => undefined } : await startPostgres();
  const template = `backroom_template_${process.pid}`;
  await runSql(server.url, `CREATE DATABASE ${template}`);
  const client = new pg.Client(`${server.url}/${template}`);
  await client.connect();
  await applyMigrations(client);
  await client.end();
  await installQueues(`${server.url}/${template}`);
  project.provide("postgresUrl", server.url);
  project.provide("templateDatabase", template);
  return async () => {
    await runSql(server.url, `DROP DATABASE IF EXISTS ${template} WITH (FORCE)`);
    await server.stop();
  };
}

export async function runSql(serverUrl: string, sql: string): Promise<void> {
  const client = new pg.Client(`${serverUrl}/postgres`);
  await client.connect();
  await client.query(sql);
  await client.end();
}
