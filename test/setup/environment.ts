import { afterEach, vi } from "vitest";

Object.assign(process.env, {
  NODE_ENV: "test",
  LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
  SHOPIFY_API_KEY: "backroom-test-key",
  SHOPIFY_API_SECRET: "hush",
  SHOPIFY_API_SECRET_OLD: "hush-before",
  SHOPIFY_APP_URL: "http://localhost:3000",
  SCOPES: "read_orders",
  ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString("base64")}`,
});
process.env.DATABASE_URL ??= "postgres://nobody@127.0.0.1:1/none";

const complaints: string[] = [];
vi.spyOn(console, "error").mockImplementation((...parts: unknown[]) => {
  complaints.push(parts.map(String).join(" "));
});

// A warning nobody asserted is a defect nobody saw.
afterEach(() => {
  const unexpected = complaints.splice(0);
  if (unexpected.length > 0) throw new Error(`Unexpected console.error:\n${unexpected.join("\n")}`);
});

/** For tests that expect complaints: returns them and forgets them. */
export function takeComplaints(): string[] {
  return complaints.splice(0);
}
