// The CLI runs without its native engines (`generate`, `validate`, `migrate diff`). Migrations are
// applied by `prisma/apply-migrations.ts`; see docs/decisions/0003.
import { PrismaPg } from "@prisma/adapter-pg";
import { defineConfig } from "prisma/config";

process.env.PRISMA_QUERY_ENGINE_LIBRARY ??= "/dev/null";

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
  experimental: { adapter: true },
  engine: "js",
  adapter: async () => new PrismaPg({ connectionString: process.env.DATABASE_URL }),
});
