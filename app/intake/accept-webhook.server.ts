import { log } from "../log.server.ts";
import { storeWebhook } from "./store-webhook.server.ts";
import { verifyWebhook } from "./verify-webhook.server.ts";

const largestBody = 10 * 1024 * 1024;

/**
 * The whole of what happens while Shopify waits: check the signature, commit the event with its job,
 * answer. 401 for a bad signature, 503 when nothing could be stored (Shopify then tries again); never
 * a 200 without a stored row, never work, never a call to the network.
 */
export async function acceptWebhook(request: Request): Promise<Response> {
  if (request.method !== "POST") return answer(405);
  const body = await request.text();
  if (body.length > largestBody) return answer(413);
  const verified = await verifyWebhook(request, body);
  if (!verified.ok) return answer(verified.status);
  try {
    await storeWebhook(verified.delivery);
    return answer(200);
  } catch (error) {
    log.error({ err: error, shopId: verified.delivery.shopId }, "webhook could not be stored");
    return answer(503);
  }
}

function answer(status: number): Response {
  return new Response(null, { status });
}
