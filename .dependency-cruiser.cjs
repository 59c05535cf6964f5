// Who may import whom. The table stands in docs/decisions/0001; a test plants violations and expects
// each to be caught.
const root = "^app/[^/]+\\.tsx?$|^app/generated/";
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: from },
  to: { path: "^app/", pathNot: [root, ...allowed] },
});

module.exports = {
  forbidden: [
    {
      name: "routing-is-pure",
      comment: "The engine imports nothing outside itself, not even npm.",
      severity: "error",
      from: { path: "^app/routing/" },
      to: { pathNot: "^app/routing/" },
    },
    {
      name: "no-circles",
      severity: "error",
      from: { path: "^(app|sandbox|bench|bin)/" },
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "app-knows-no-tools",
      comment: "The sandbox stands in for the network only; the app must not know it exists.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^(sandbox|test|bench|bin)/" },
    },
    {
      name: "internal-stays-internal",
      severity: "error",
      from: { path: "^app/([^/]+)/" },
      to: { path: "^app/[^/]+/internal/", pathNot: "^app/$1/internal/" },
    },
    only("shopify-is-low", "^app/shopify/", ["^app/shopify/", "^app/queue/"]),
    only("queue-is-low", "^app/queue/", ["^app/queue/", "^app/shopify/"]),
    only("csv-is-low", "^app/csv/", ["^app/csv/"]),
    only("lower-nouns", "^app/(rules|locations|rates|inventory|exceptions|shops)/", [
      "^app/(rules|locations|rates|inventory|exceptions|shops|shopify|queue|csv|routing)/",
    ]),
    only("picking", "^app/picking/", [
      "^app/(picking|rules|locations|rates|inventory|exceptions|shops|shopify|queue|csv|routing)/",
    ]),
    only("orders", "^app/orders/", [
      "^app/(orders|picking|rules|locations|rates|inventory|exceptions|shops|shopify|queue|csv|routing)/",
    ]),
    {
      name: "nobody-reads-insights-or-intake",
      comment: "They stand on top of the nouns.",
      severity: "error",
      from: {
        path: "^app/(routing|shopify|queue|rules|locations|rates|inventory|exceptions|shops|picking|orders)/",
      },
      to: { path: "^app/(insights|intake|routes|ui)/" },
    },
    {
      name: "routes-stay-thin",
      comment: "A route calls a noun folder; it never speaks to the database or to Shopify.",
      severity: "error",
      from: { path: "^app/(routes|ui)/" },
      to: { path: "^app/(db\\.server\\.ts|shopify/|generated/)|^node_modules/(@prisma|graphql)" },
    },
    {
      name: "only-shopify-speaks-graphql",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/shopify/" },
      to: { path: "^node_modules/graphql" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^app/generated/" },
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: [".ts", ".tsx", ".js", ".mjs", ".json"] },
  },
};
