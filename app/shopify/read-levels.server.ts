import type { CallOptions } from "./admin-graphql.server.ts";
import { adminGraphql } from "./admin-graphql.server.ts";
import { readLevels as buildDocument } from "./documents/inventory.ts";
import { gid } from "./gid.ts";
import type { LevelKey, LiveLevel, RawQuantity } from "./live-level.ts";
import { readQuantities } from "./live-level.ts";

type Answer = Record<
  string,
  { inventoryLevel: { quantities: readonly RawQuantity[] } | null } | null
>;

const pairsAtOnce = 100;

/**
 * Stock of some items at some locations as it is now. A pair that Shopify does not stock is absent
 * from the result. Throws ShopifyError.
 */
export async function readLevels(
  shopId: string,
  pairs: readonly LevelKey[],
  options: CallOptions = {},
): Promise<LiveLevel[]> {
  const levels: LiveLevel[] = [];
  for (let start = 0; start < pairs.length; start += pairsAtOnce) {
    const some = pairs.slice(start, start + pairsAtOnce);
    const data = await adminGraphql<Answer>(
      shopId,
      buildDocument(some.length),
      Object.fromEntries(some.flatMap(toVariables)),
      { ...options, estimatedCost: 3 * some.length },
    );
    for (const [index, pair] of some.entries()) {
      const level = data[`level${index}`]?.inventoryLevel;
      if (level) levels.push(readQuantities(pair, level.quantities));
    }
  }
  return levels;
}

function toVariables(pair: LevelKey, index: number): [string, string][] {
  return [
    [`item${index}`, gid("InventoryItem", pair.inventoryItemId)],
    [`location${index}`, gid("Location", pair.locationId)],
  ];
}
