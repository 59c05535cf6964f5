import { bulkResolvers } from "../bulk/resolve.ts";
import { fulfillmentOrderMutations } from "../fulfillment-orders/resolve-mutations.ts";
import { fulfillmentOrderQueries } from "../fulfillment-orders/resolve-queries.ts";
import { fulfillmentOrderTypes } from "../fulfillment-orders/resolve-fulfillment-order.ts";
import { fulfillmentResolvers } from "../fulfillments/resolve.ts";
import { adjustmentGroupTypes } from "../inventory/adjustment-group.ts";
import { inventoryMutations } from "../inventory/resolve-mutations.ts";
import { inventoryTypes } from "../inventory/resolve.ts";
import { locationResolvers } from "../locations/resolve.ts";
import { metafieldResolvers } from "../metafields/resolve-metafield.ts";
import { orderEditResolvers } from "../order-edits/resolve.ts";
import { orderMutations } from "../orders/resolve-mutations.ts";
import { orderPartTypes } from "../orders/resolve-order-parts.ts";
import { orderQueries } from "../orders/resolve-queries.ts";
import { orderTypes } from "../orders/resolve-order.ts";
import { productResolvers } from "../products/resolve.ts";
import { refundResolvers } from "../refunds/resolve.ts";
import { shopResolvers } from "../shop/resolve.ts";
import { tagResolvers } from "../tags/resolve.ts";
import { webhookResolvers } from "../webhooks/resolve.ts";
import type { ResolverMap } from "./resolver.ts";

/** Every noun's resolvers, merged by type. What is not here is not implemented. */
export function allResolvers(): ResolverMap {
  const merged: ResolverMap = {};
  const maps: ResolverMap[] = [
    bulkResolvers,
    fulfillmentOrderTypes,
    fulfillmentOrderQueries,
    fulfillmentOrderMutations,
    fulfillmentResolvers,
    adjustmentGroupTypes,
    inventoryTypes,
    inventoryMutations,
    locationResolvers,
    metafieldResolvers,
    orderEditResolvers,
    orderTypes,
    orderPartTypes,
    orderQueries,
    orderMutations,
    productResolvers,
    refundResolvers,
    shopResolvers,
    tagResolvers,
    webhookResolvers,
  ];
  for (const map of maps) {
    for (const [typeName, fields] of Object.entries(map)) {
      merged[typeName] = { ...merged[typeName], ...fields };
    }
  }
  return merged;
}
