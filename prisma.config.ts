// The CLI runs without its native engines: the schema engine is the WASM one over a driver adapter.
// The adapter must be version 7 here ("migrate deploy" reads columns of type "name", which 6 cannot).
import { defineConfig } from "prisma/config";
import { PrismaPg } from "prisma-migrate-adapter-pg";

process.env.PRISMA_QUERY_ENGINE_LIBRARY ??= "/dev/null";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  experimental: { adapter: true },
  engine: "js",
  // An idle connection must not keep the command from ending.
  adapter: async () =>
    new PrismaPg({ connectionString: process.env.DATABASE_URL, allowExitOnIdle: true }),
});
