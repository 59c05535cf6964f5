import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { catchRequests } from "./catch-requests.ts";

const run = promisify(execFile);
let shopify: Awaited<ReturnType<typeof catchRequests>>;

beforeAll(async () => {
  shopify = await catchRequests(() => '{"data":{"shop":{"name":"Caught"}}}');
});
afterAll(() => shopify.close());

/** Runs a program as the app runs: with the dispatcher preloaded. */
async function runApp(program: string) {
  return await run(
    process.execPath,
    ["--import", "./sandbox/network.mjs", "--input-type=module", "--eval", program],
    { env: { ...process.env, SANDBOX_URL: shopify.origin } },
  );
}

test("Node's fetch to a shop reaches the sandbox, headers and body whole", async () => {
  await runApp(`
    const answer = await fetch("https://outfitters.myshopify.com/admin/oauth/access_token?x=1", {
      method: "POST", headers: { "X-Shopify-Access-Token": "shpat_1" }, body: '{"id":9007199254740993}',
    });
    if (!answer.ok) throw new Error(String(answer.status));
  `);
  const caught = shopify.requests.at(-1);
  expect(caught).toMatchObject({
    method: "POST",
    path: "/admin/oauth/access_token?x=1",
    body: '{"id":9007199254740993}',
  });
  expect(caught?.headers["x-sandbox-host"]).toBe("outfitters.myshopify.com");
  expect(caught?.headers["x-shopify-access-token"]).toBe("shpat_1");
});

test("graphql-request reaches it, too", async () => {
  const { stdout } = await runApp(`
    import { GraphQLClient } from "graphql-request";
    const client = new GraphQLClient("https://outfitters.myshopify.com/admin/api/2026-10/graphql.json");
    console.log(JSON.stringify(await client.request("{ shop { name } }")));
  `);
  expect(JSON.parse(stdout)).toEqual({ shop: { name: "Caught" } });
  expect(shopify.requests.at(-1)?.path).toBe("/admin/api/2026-10/graphql.json");
});

test("bulk results come from the sandbox", async () => {
  await runApp(`await fetch("https://storage.googleapis.com/bulk/1.jsonl?sig=a");`);
  expect(shopify.requests.at(-1)?.headers["x-sandbox-host"]).toBe("storage.googleapis.com");
});

test("loopback is let through untouched", async () => {
  await runApp(`await fetch("${shopify.origin}/health");`);
  expect(shopify.requests.at(-1)?.path).toBe("/health");
  expect(shopify.requests.at(-1)?.headers["x-sandbox-host"]).toBeUndefined();
});

test.each([
  "https://example.com/",
  "http://outfitters.myshopify.com/",
  "https://myshopify.com.evil.example/",
])("%s is refused aloud", async (address) => {
  const before = shopify.requests.length;
  await expect(runApp(`await fetch(${JSON.stringify(address)});`)).rejects.toThrow(
    /network\.mjs refused GET/,
  );
  expect(shopify.requests.length).toBe(before);
});

test.each([
  ["node:https", 'import https from "node:https"; https.get("https://example.com/")'],
  ["node:tls", 'import tls from "node:tls"; tls.connect(443, "example.com")'],
  ["a plain socket", 'import net from "node:net"; net.connect({ host: "10.0.0.1", port: 5432 })'],
])("%s reaches nothing but this machine", async (_what, program) => {
  await expect(runApp(program)).rejects.toThrow(/network\.mjs refused a connection to/);
});

test("a plain socket to this machine is let through", async () => {
  await runApp(`
    import http from "node:http";
    http.get("${shopify.origin}/plain", (answer) => answer.resume());
  `);
  expect(shopify.requests.at(-1)?.path).toBe("/plain");
});

test("without the sandbox's address the process does not start", async () => {
  const env = { ...process.env };
  delete env["SANDBOX_URL"];
  const started = run(process.execPath, ["--import", "./sandbox/network.mjs", "--eval", "1"], {
    env,
  });
  await expect(started).rejects.toThrow(/needs SANDBOX_URL/);
});
