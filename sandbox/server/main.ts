import { startSandbox } from "./start-sandbox.ts";

/**
 * Runs the sandbox alone: `node sandbox/server/main.ts`. Ports and the app's credentials come from
 * the environment: SANDBOX_PORT, TUNNEL_PORT, APP_PORT, SHOPIFY_API_KEY, SHOPIFY_API_SECRET (commas
 * between several), SANDBOX_SHOPS (handles, commas between), SANDBOX_RETRY_SPEED.
 */
const env = process.env;
const list = (text: string) => text.split(",").map((item) => item.trim());

try {
  const sandbox = await startSandbox({
    port: Number(env["SANDBOX_PORT"] ?? 4010),
    tunnelPort: Number(env["TUNNEL_PORT"] ?? 4011),
    appPort: Number(env["APP_PORT"] ?? 3000),
    clientId: env["SHOPIFY_API_KEY"] ?? "sandbox-client-id",
    clientSecrets: list(env["SHOPIFY_API_SECRET"] ?? "sandbox-client-secret"),
    shops: list(env["SANDBOX_SHOPS"] ?? "backroom-outfitters").map((handle) => ({
      domain: `${handle}.myshopify.com`,
    })),
    retrySpeed: Number(env["SANDBOX_RETRY_SPEED"] ?? 1),
  });
  process.stdout.write(
    `Control page ${sandbox.url}/sandbox\nApp's public address ${sandbox.tunnelUrl}\n`,
  );
  const stop = () => void sandbox.close().then(() => process.exit(0));
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
