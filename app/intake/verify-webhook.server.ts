import "@shopify/shopify-api/adapters/web-api";
import { ApiVersion, shopifyApi } from "@shopify/shopify-api";
import { env } from "../env.server.ts";

const secrets = [env.SHOPIFY_API_SECRET, env.SHOPIFY_API_SECRET_OLD].filter((secret) => secret);

/** One verifier per secret: for up to an hour after a rotation Shopify signs with the old one. */
const verifiers = secrets.map((apiSecretKey) =>
  shopifyApi({
    apiKey: env.SHOPIFY_API_KEY,
    apiSecretKey: apiSecretKey ?? "",
    hostName: new URL(env.SHOPIFY_APP_URL).host,
    apiVersion: ApiVersion.October26,
    isEmbeddedApp: true,
    logger: { log: () => undefined },
  }),
);

export interface WebhookDelivery {
  readonly shopId: string;
  readonly webhookId: string;
  readonly topic: string;
  readonly eventId: string | null;
  readonly triggeredAt: Date | null;
  readonly body: string;
}

export type Verified =
  | { readonly ok: true; readonly delivery: WebhookDelivery }
  | { readonly ok: false; readonly status: 400 | 401 };

/**
 * Checks the signature over the raw body with Shopify's library and reads the headers. A bad or
 * missing signature is 401, as Shopify's review demands; a signed request without the headers that
 * name it is 400.
 */
export async function verifyWebhook(request: Request, body: string): Promise<Verified> {
  let status: 400 | 401 = 401;
  for (const verifier of verifiers) {
    const result = await verifier.webhooks.validate({ rawBody: body, rawRequest: request });
    if (result.valid) return readDelivery(request.headers, body);
    if (result.reason === "missing_headers" && request.headers.has("X-Shopify-Hmac-Sha256"))
      status = 400;
  }
  return { ok: false, status };
}

function readDelivery(headers: Headers, body: string): Verified {
  const shopId = headers.get("X-Shopify-Shop-Domain")?.toLowerCase();
  const webhookId = headers.get("X-Shopify-Webhook-Id");
  const topic = headers.get("X-Shopify-Topic");
  if (!shopId || !webhookId || !topic) return { ok: false, status: 400 };
  const triggered = new Date(headers.get("X-Shopify-Triggered-At") ?? Number.NaN);
  const delivery = {
    shopId,
    webhookId,
    topic: topic.toLowerCase(),
    eventId: headers.get("X-Shopify-Event-Id"),
    triggeredAt: Number.isNaN(triggered.getTime()) ? null : triggered,
    body,
  };
  return { ok: true, delivery };
}
