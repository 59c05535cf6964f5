import { adminGraphql } from "./admin-graphql.server.ts";
import { listLevelsOfLocation as document } from "./documents/inventory.ts";
import { gid, numericId } from "./gid.ts";
import type { LiveLevel, RawQuantity } from "./live-level.ts";
import { readQuantities } from "./live-level.ts";
import type { Page } from "./read-raw-order.ts";

type RawLevel = { readonly item: { readonly id: string }; quantities: readonly RawQuantity[] };
type Answer = { location: { inventoryLevels: Page<RawLevel> } | null };

/** Everything stocked at a location, a page of 250 (35 points) at a time. Throws ShopifyError. */
export async function* listLevelsOfLocation(
  shopId: string,
  locationId: string,
): AsyncGenerator<LiveLevel[]> {
  let after: string | null = null;
  do {
    const variables: object = { id: gid("Location", locationId), after };
    const options = { estimatedCost: 40, patient: true };
    const { location }: Answer = await adminGraphql<Answer>(shopId, document, variables, options);
    if (!location) return;
    const { nodes, pageInfo } = location.inventoryLevels;
    yield nodes.map((level) => {
      const key = { inventoryItemId: numericId(level.item.id), locationId };
      return readQuantities(key, level.quantities);
    });
    after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  } while (after !== null);
}
