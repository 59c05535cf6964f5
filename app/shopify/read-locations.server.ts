import { adminGraphql } from "./admin-graphql.server.ts";
import { readLocations as document } from "./documents/shop.ts";
import { numericId } from "./gid.ts";
import type { Page } from "./read-raw-order.ts";

export interface LiveLocation {
  readonly id: string;
  readonly name: string;
  readonly isActive: boolean;
  readonly isFulfillmentService: boolean;
  readonly fulfillsOnlineOrders: boolean;
  readonly updatedAt: string;
  readonly address: {
    readonly address1: string | null;
    readonly city: string | null;
    readonly countryCode: string | null;
    readonly provinceCode: string | null;
    readonly zip: string | null;
    readonly latitude: number | null;
    readonly longitude: number | null;
  };
}

/** Every location of the shop, inactive ones too. Throws ShopifyError. */
export async function readLocations(shopId: string): Promise<LiveLocation[]> {
  const locations: LiveLocation[] = [];
  let after: string | null = null;
  do {
    const data: { locations: Page<LiveLocation> } = await adminGraphql(shopId, document, { after });
    const { nodes, pageInfo } = data.locations;
    locations.push(...nodes.map((node) => ({ ...node, id: numericId(node.id) })));
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
  return locations;
}
