import { createHash } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Client } from "pg";

// Relative to where the program runs: in the web bundle this module lies elsewhere.
const folder = join(process.cwd(), "prisma", "migrations");

/**
 * Applies every migration not applied yet, in order, each in a transaction of its own, under a lock
 * so that two deployments cannot race. Returns the names it applied. Throws when an applied
 * migration's file was changed afterwards, or when its SQL fails (and that one is rolled back).
 */
export async function applyMigrations(client: Client): Promise<string[]> {
  await client.query("SELECT pg_advisory_lock(7300411)");
  await makeApplicationRole(client);
  await client.query(
    "CREATE TABLE IF NOT EXISTS applied_migrations (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())",
  );
  const known = await readApplied(client);
  const applied: string[] = [];
  for (const name of listMigrations()) {
    if (await applyOne(client, name, known.get(name))) applied.push(name);
  }
  await client.query("SELECT pg_advisory_unlock(7300411)");
  return applied;
}

/** The migrations this code needs, oldest first. */
export function listMigrations(): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

async function applyOne(client: Client, name: string, known: string | undefined): Promise<boolean> {
  const sql = readFileSync(join(folder, name, "migration.sql"), "utf8");
  const checksum = createHash("sha256").update(sql).digest("hex");
  if (known === checksum) return false;
  if (known !== undefined) throw new Error(`Migration ${name} was changed after it was applied.`);
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query("INSERT INTO applied_migrations (name, checksum) VALUES ($1, $2)", [
      name,
      checksum,
    ]);
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Error(`Migration ${name} failed and was rolled back: ${String(error)}`, {
      cause: error,
    });
  }
  return true;
}

async function readApplied(client: Client): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    "SELECT name, checksum FROM applied_migrations",
  );
  return new Map(rows.map((row) => [row.name, row.checksum]));
}

/** The role the application works as belongs to the cluster, not to one database. */
async function makeApplicationRole(client: Client): Promise<void> {
  await client.query(`DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'backroom_app') THEN
      CREATE ROLE backroom_app NOLOGIN NOBYPASSRLS;
    END IF;
  END $$`);
  await client.query("GRANT backroom_app TO CURRENT_USER");
}
