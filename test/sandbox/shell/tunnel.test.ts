import { createServer } from "node:http";
import { Readable } from "node:stream";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { closeServer } from "#sandbox/server/http/close-server.ts";
import { listenOn } from "#sandbox/server/http/listen-on.ts";
import { rewriteAddresses, rewriteStream } from "#sandbox/server/tunnel/rewrite-addresses.ts";
import { allowFraming } from "#sandbox/server/tunnel/rewrite-headers.ts";
import { serveTunnel } from "#sandbox/server/tunnel/serve-tunnel.ts";

const SANDBOX = "http://127.0.0.1:4010";
const PAGE =
  '<link href="https://cdn.shopify.com/static/fonts/inter/v4/styles.css" rel="stylesheet">' +
  '<script src="https://cdn.shopify.com/shopifycloud/app-bridge.js"></script>é';

const app = createServer((incoming, outgoing) => {
  if (incoming.url === "/data") {
    outgoing.writeHead(200, { "content-type": "application/json" });
    outgoing.end(
      JSON.stringify({
        at: "https://cdn.shopify.com/kept",
        host: incoming.headers.host,
        agent: incoming.headers["user-agent"],
      }),
    );
    return;
  }
  outgoing.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(PAGE),
    "content-security-policy": "frame-ancestors https://x.myshopify.com https://admin.shopify.com;",
    link: '<https://cdn.shopify.com/shopifycloud/app-bridge.js>; rel="preload"; as="script";',
  });
  outgoing.end(PAGE);
});
let tunnel: ReturnType<typeof createServer>;
let origin = "";

beforeAll(async () => {
  const appPort = Number(new URL(await listenOn(app, 0, "a test")).port);
  tunnel = createServer(serveTunnel({ appPort, sandboxOrigin: () => SANDBOX }));
  origin = await listenOn(tunnel, 0, "a test");
});
afterAll(() => Promise.all([closeServer(tunnel), closeServer(app)]));

test("a page comes back whole, with the stand-in for App Bridge and the sandbox as a framer", async () => {
  const answer = await fetch(`${origin}/`);
  expect(await answer.text()).toBe(
    '<link href="/sandbox-cdn/static/fonts/inter/v4/styles.css" rel="stylesheet">' +
      '<script src="/sandbox-app-bridge.js"></script>é',
  );
  expect(answer.headers.get("link")).toContain("</sandbox-app-bridge.js>");
  expect(answer.headers.get("content-security-policy")).toBe(
    `frame-ancestors https://x.myshopify.com https://admin.shopify.com ${SANDBOX};`,
  );
});

test("a headless browser passes for the merchant it plays", async () => {
  const headers = { "user-agent": "Mozilla/5.0 HeadlessChrome/147.0" };
  const answer = await fetch(`${origin}/data`, { headers });
  expect(await answer.json()).toMatchObject({ agent: "Mozilla/5.0 Chrome/147.0" });
});

test("what is not a page is passed on untouched, under the public host", async () => {
  const answer = await fetch(`${origin}/data`);
  expect(await answer.json()).toMatchObject({
    at: "https://cdn.shopify.com/kept",
    host: new URL(origin).host,
  });
});

test("a policy that forbids all framing does so in the admin, but not in a till's web view", () => {
  const policy = "frame-ancestors 'none';";
  const inAdmin = { sandboxOrigin: SANDBOX, isEmbedded: true };
  const inTill = { sandboxOrigin: SANDBOX, isEmbedded: false };
  expect(allowFraming(policy, inAdmin)).toBe(policy);
  expect(allowFraming(policy, inTill)).toBe(`frame-ancestors ${SANDBOX};`);
  expect(allowFraming("default-src 'self'", inAdmin)).toBe("default-src 'self'");
});

test("the stand-in is one script that knows the sandbox; fonts are empty; other assets are missing", async () => {
  const script = await fetch(`${origin}/sandbox-app-bridge.js?v=1`);
  expect(script.headers.get("content-type")).toContain("javascript");
  expect(await script.text()).toContain(`origin: "${SANDBOX}"`);
  const font = await fetch(`${origin}/sandbox-cdn/static/fonts/inter/v4/styles.css`);
  expect([font.status, await font.text()]).toEqual([200, ""]);
  expect((await fetch(`${origin}/sandbox-cdn/polaris.js`)).status).toBe(404);
});

test("an app that is down is a readable 502", async () => {
  const lonely = createServer(serveTunnel({ appPort: 1, sandboxOrigin: () => SANDBOX }));
  const lonelyOrigin = await listenOn(lonely, 0, "a test");
  const answer = await fetch(lonelyOrigin);
  expect(answer.status).toBe(502);
  expect(await answer.text()).toContain("nothing answers on port 1");
  await closeServer(lonely);
});

const seed = 20261121;
test(`wherever a stream is cut, it reads as if it had not been (seed ${seed})`, async () => {
  const pieces = fc.array(
    fc.constantFrom(
      "https://cdn.shopify.com/",
      "https://cdn.shopify.com/shopifycloud/app-bridge.js",
      "https://cdn.shop",
      "h",
      "é",
      "<p>",
    ),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(pieces, fc.array(fc.nat(60), { maxLength: 12 }), async (words, cuts) => {
      const bytes = Buffer.from(words.join(""), "utf8");
      const chunks: Buffer[] = [];
      let from = 0;
      for (const cut of cuts) {
        chunks.push(bytes.subarray(from, from + cut));
        from += cut;
      }
      chunks.push(bytes.subarray(from));
      const out: Buffer[] = [];
      for await (const chunk of Readable.from(chunks).pipe(rewriteStream()))
        out.push(chunk as Buffer);
      expect(Buffer.concat(out).toString("utf8")).toBe(rewriteAddresses(words.join("")));
    }),
    { seed, numRuns: 300 },
  );
});
