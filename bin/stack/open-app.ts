import type { RunningSandbox } from "#sandbox/server/start-sandbox.ts";

/** Shopify's library turns away clients that do not look like a browser. */
const browser = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/153.0 Safari/537.36";

/**
 * Opens the app in the shop's admin as a merchant's first click does: the admin grants the scopes and
 * frames the app with a session token, which the app exchanges for its access tokens.
 */
export async function openApp(sandbox: RunningSandbox, shopDomain: string): Promise<void> {
  const headers = { "user-agent": browser };
  const frame = await fetch(`${sandbox.url}${adminPath(shopDomain)}`, { headers });
  const source = /<iframe[^>]* src="([^"]+)"/.exec(await frame.text())?.[1];
  if (!source) throw new Error(`The admin frame of ${shopDomain} holds no app (${frame.status}).`);
  const page = await fetch(source.replaceAll("&amp;", "&"), { headers });
  if (!page.ok) throw new Error(`The app answered ${page.status} to its first opening.`);
  await page.text();
}

/** The app's address inside the shop's admin. */
export function adminPath(shopDomain: string, path = "app"): string {
  const handle = shopDomain.replace(".myshopify.com", "");
  return `/admin/store/${handle}/apps/backroom/${path}`;
}
