import { adminGraphql } from "./admin-graphql.server.ts";
import { readShop as document } from "./documents/shop.ts";

export interface LiveShop {
  readonly name: string;
  readonly currency: string;
  /** IANA name. */
  readonly timeZone: string;
  readonly plan: string;
}

/** The shop's own facts. Throws ShopifyError. */
export async function readShop(shopId: string): Promise<LiveShop> {
  const { shop } = await adminGraphql<{
    shop: {
      name: string;
      currencyCode: string;
      ianaTimezone: string;
      plan: { publicDisplayName: string };
    };
  }>(shopId, document, {});
  return {
    name: shop.name,
    currency: shop.currencyCode,
    timeZone: shop.ianaTimezone,
    plan: shop.plan.publicDisplayName,
  };
}
