import { defineConfig } from "vitest/config";

// Files that need no database start at once; the rest share one PostgreSQL per run.
const pure = [
  "test/routing/**",
  "test/scenarios/**",
  "test/sandbox/**",
  "test/architecture.test.ts",
];
const browser = ["test/browser/**"];

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    setupFiles: ["test/setup/environment.ts"],
    projects: [
      {
        extends: true,
        test: { name: "pure", include: pure.map((path) => path.replace(/\*\*$/, "**/*.test.ts")) },
      },
      {
        extends: true,
        test: {
          name: "database",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: [...pure, ...browser],
          globalSetup: ["test/setup/template-database.ts"],
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: ["test/browser/**/*.test.ts"],
          testTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
