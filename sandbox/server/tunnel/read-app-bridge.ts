import { readFileSync } from "node:fs";

/**
 * The parts of the App Bridge stand-in, in loading order. It is one classic script, like the real
 * one, because `window.shopify` must exist before any deferred module of the app runs.
 */
const PARTS = [
  "channel",
  "config",
  "tokens",
  "fetch",
  "navigation",
  "feedback",
  "chrome",
  "save-bar",
  "modal",
  "pickers",
  "shopify",
] as const;

/** The script text, told which origin its admin frame has. Read each time: editing needs no restart. */
export function readAppBridge(sandboxOrigin: string): string {
  const parts = PARTS.map((part) =>
    readFileSync(new URL(`../../browser/app-bridge/${part}.js`, import.meta.url), "utf8"),
  );
  const setup = `window.sandboxAppBridge = { origin: ${JSON.stringify(sandboxOrigin)} };`;
  // A page that includes the script twice must not patch its fetch twice.
  return `if (!window.sandboxAppBridge) {\n${setup}\n${parts.join("\n")}\n}`;
}
