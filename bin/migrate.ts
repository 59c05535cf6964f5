import pg from "pg";
import { installQueues } from "#app/queue/install-queues.server.ts";
import { applyMigrations } from "../prisma/apply-migrations.ts";

const connectionString = process.env.DATABASE_URL;
if (!connectionString) {
  console.error("DATABASE_URL is not set: it must name the PostgreSQL database to migrate.");
  process.exit(2);
}

const client = new pg.Client(connectionString);
await client.connect();
const applied = await applyMigrations(client);
await client.end();
await installQueues(connectionString);
console.log(`The database is up to date (${applied.length} migrations applied now).`);
