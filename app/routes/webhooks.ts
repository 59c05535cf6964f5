import type { ActionFunctionArgs } from "@remix-run/node";
import { acceptWebhook } from "#app/intake/accept-webhook.server.ts";

/** Every webhook topic of shopify.app.toml arrives here. */
export function action({ request }: ActionFunctionArgs) {
  return acceptWebhook(request);
}

export function loader() {
  return new Response(null, { status: 405 });
}
