import type { LoaderFunctionArgs } from "@remix-run/node";
import { shopify } from "#app/shopify.server.ts";

/** Everything under /auth is answered by Shopify's library (session-token bounce, exit iframe). */
export async function loader({ request }: LoaderFunctionArgs) {
  await shopify.authenticate.admin(request);
  return null;
}
