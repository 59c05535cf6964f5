import { spawnSync } from "node:child_process";
import pg from "pg";
import { installQueues } from "#app/queue/install-queues.server.ts";

const connectionString = process.env.DATABASE_URL;
if (!connectionString) {
  console.error("DATABASE_URL is not set: it must name the PostgreSQL database to migrate.");
  process.exit(2);
}

const client = new pg.Client(connectionString);
await client.connect();
// One migration at a time. Prisma's own lock does the same but keeps a 10 s timer running.
await client.query("SELECT pg_advisory_lock(72707369)");
await makeApplicationRole(client);
deployMigrations();
await installQueues(connectionString);
await client.end();
console.log("The database is up to date.");

/** The role the application works as belongs to the cluster, so no migration can own it. */
async function makeApplicationRole(client: pg.Client): Promise<void> {
  const { rowCount } = await client.query("SELECT FROM pg_roles WHERE rolname = 'backroom_app'");
  if (rowCount === 0) await client.query("CREATE ROLE backroom_app NOLOGIN NOBYPASSRLS");
  await client.query("GRANT backroom_app TO CURRENT_USER");
}

function deployMigrations(): void {
  const deployed = spawnSync("prisma", ["migrate", "deploy"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, CHECKPOINT_DISABLE: "1", PRISMA_SCHEMA_DISABLE_ADVISORY_LOCK: "1" },
  });
  if (deployed.status === 0) return;
  console.error(`${deployed.stdout}\n${deployed.stderr}`);
  process.exit(1);
}
