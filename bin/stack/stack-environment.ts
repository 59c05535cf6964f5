import { randomBytes } from "node:crypto";
import type { RunningSandbox } from "#sandbox/server/start-sandbox.ts";

export const clientId = "backroom-on-this-machine";
export const clientSecret = randomBytes(24).toString("hex");
const encryptionKey = `local:${randomBytes(32).toString("base64")}`;

/** What production would set, pointed at this machine. */
export function stackEnvironment(stack: {
  readonly databaseUrl: string;
  readonly sandbox: RunningSandbox;
  readonly webPort: number;
}): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: "production",
    PORT: String(stack.webPort),
    DATABASE_URL: stack.databaseUrl,
    SHOPIFY_API_KEY: clientId,
    SHOPIFY_API_SECRET: clientSecret,
    SHOPIFY_APP_URL: stack.sandbox.tunnelUrl,
    SCOPES: stack.sandbox.platform.app.scopes.join(","),
    ENCRYPTION_KEYS: encryptionKey,
    SANDBOX_URL: stack.sandbox.url,
    LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
  };
}
