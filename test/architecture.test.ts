import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { ICruiseResult } from "dependency-cruiser";
import { cruise } from "dependency-cruiser";
import { ESLint } from "eslint";
import { afterAll, describe, expect, it } from "vitest";
import { handledTopics } from "#app/intake/read-hints.ts";
import { parseAppToml } from "#sandbox/server/app/parse-app-toml.ts";

const config = createRequire(import.meta.url)("../.dependency-cruiser.cjs") as {
  forbidden: { name: string }[];
};
const world = mkdtempSync(join(tmpdir(), "backroom-rules-"));
afterAll(() => rmSync(world, { recursive: true, force: true }));

/** Writes files that import each other as told and returns the names of the rules they break. */
async function rulesBrokenBy(files: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = mkdtempSync(join(world, "w-"));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { output } = await cruise(["."], {
    ruleSet: config as never,
    validate: true,
    baseDir: folder,
    tsPreCompilationDeps: true,
  });
  return (output as ICruiseResult).summary.violations.map((violation) => violation.rule.name);
}

const leaf = "export const x = 1;\n";
const importing = (path: string) => `import { x } from "${path}";\nexport const y = x;\n`;

describe("import rules", () => {
  it.each([
    ["routing-is-pure", "app/routing/a.ts", "../orders/x.ts", "app/orders/x.ts"],
    ["routing-is-pure", "app/routing/a.ts", "../clock.ts", "app/clock.ts"],
    ["app-knows-no-tools", "app/orders/a.ts", "../../sandbox/x.ts", "sandbox/x.ts"],
    ["shopify-is-low", "app/shopify/a.ts", "../orders/x.ts", "app/orders/x.ts"],
    ["queue-is-low", "app/queue/a.ts", "../picking/x.ts", "app/picking/x.ts"],
    ["csv-is-low", "app/csv/a.ts", "../orders/x.ts", "app/orders/x.ts"],
    ["lower-nouns", "app/inventory/a.ts", "../picking/x.ts", "app/picking/x.ts"],
    ["picking", "app/picking/a.ts", "../orders/x.ts", "app/orders/x.ts"],
    ["orders", "app/orders/a.ts", "../insights/x.ts", "app/insights/x.ts"],
    [
      "internal-stays-internal",
      "app/orders/a.ts",
      "../routing/internal/x.ts",
      "app/routing/internal/x.ts",
    ],
    ["routes-stay-thin", "app/routes/a.ts", "../db.server.ts", "app/db.server.ts"],
    ["routes-stay-thin", "app/routes/a.ts", "../shopify/x.ts", "app/shopify/x.ts"],
  ])("%s is broken by %s importing %s", async (rule, from, specifier, to) => {
    expect(await rulesBrokenBy({ [from]: importing(specifier), [to]: leaf })).toContain(rule);
  });

  it("catches a circle", async () => {
    const files = {
      "app/orders/a.ts": importing("./b.ts"),
      "app/orders/b.ts": "import { y } from './a.ts';\nexport const x = y;\n",
    };
    expect(await rulesBrokenBy(files)).toContain("no-circles");
  });

  it("lets an order be routed, planned and picked", async () => {
    const files = {
      "app/orders/a.ts": importing("../picking/x.ts"),
      "app/picking/x.ts": leaf,
      "app/routes/b.ts": importing("../orders/a.ts")
        .replaceAll("x", "y")
        .replace("const y", "const z"),
    };
    expect(await rulesBrokenBy(files)).toEqual([]);
  });
});

describe("the engine's purity", () => {
  it.each(["Date.now()", "Math.random()", "process.exit", "console", "fetch", "performance.now()"])(
    "forbids %s in app/routing",
    async (code) => {
      const [result] = await new ESLint().lintText(`export const planted = () => ${code};\n`, {
        filePath: "app/routing/route-order.ts",
      });
      const rules = result?.messages.map((message) => message.ruleId) ?? [];
      expect(rules.some((rule) => rule?.startsWith("no-restricted") || rule === "no-console")).toBe(
        true,
      );
    },
  );
});

describe("rooms", () => {
  const folders = readdirSync("app", { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "generated")
    .map((entry) => entry.name);

  it("are the ones the layout names", () => {
    const rooms = [
      ...["csv", "exceptions", "insights", "intake", "inventory", "locations", "orders"],
      ...["picking", "queue", "rates", "routes", "routing", "rules", "shopify", "shops", "ui"],
    ];
    expect(folders.sort()).toEqual(rooms.sort());
  });

  it.each(folders)("app/%s opens with a README of at most eight lines", (folder) => {
    const lines = readFileSync(join("app", folder, "README.md"), "utf8")
      .trim()
      .split("\n");
    expect(lines.length).toBeLessThanOrEqual(8);
  });
});

describe("shopify.app.toml", () => {
  it("subscribes to exactly the topics someone handles", () => {
    const app = parseAppToml(readFileSync("shopify.app.toml", "utf8"));
    const subscribed = [...app.subscriptions, ...app.complianceSubscriptions].map(
      ({ topic }) => topic,
    );
    expect(subscribed.sort()).toEqual([...handledTopics].sort());
  });
});
