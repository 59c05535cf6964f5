import { gidOf } from "../fulfillment-orders/payloads.ts";
import type { Actor } from "../fulfillment-orders/fulfillment-order.ts";
import type { ResolverMap } from "../graphql/resolver.ts";
import type { AdminContext } from "../graphql/context.ts";
import { newId } from "../shop/new-id.ts";
import { nowIn } from "../shop/now.ts";
import type { Id, ShopState } from "../shop/state.ts";

export interface RecordedChange {
  name: string;
  delta: number;
  itemId: Id;
  locationId: Id;
  ledgerDocumentUri: string | null;
}

export interface AdjustmentGroup {
  id: Id;
  createdAt: string;
  reason: string;
  referenceDocumentUri: string | null;
  app: Actor;
  changes: RecordedChange[];
}

/**
 * What an inventory mutation reports: null when nothing changed. A change of a state within
 * on_hand also lists the mirrored on_hand change.
 */
export function adjustmentGroup(
  shop: ShopState,
  cause: { reason: string; referenceDocumentUri: string | null; app: Actor },
  changes: readonly RecordedChange[],
): AdjustmentGroup | null {
  const real = changes.filter(({ delta }) => delta !== 0);
  if (real.length === 0) return null;
  const mirrored = real
    .filter(({ name }) => name !== "incoming" && name !== "on_hand")
    .map((change) => ({ ...change, name: "on_hand", ledgerDocumentUri: null }));
  return {
    id: newId(shop, "InventoryAdjustmentGroup"),
    createdAt: nowIn(shop),
    ...cause,
    changes: [...real, ...mirrored],
  };
}

interface ChangeFilter {
  inventoryItemIds?: readonly string[] | null;
  locationIds?: readonly string[] | null;
  quantityNames?: readonly string[] | null;
}

function isWanted(change: RecordedChange, filter: ChangeFilter): boolean {
  const { inventoryItemIds, locationIds, quantityNames } = filter;
  return (
    (inventoryItemIds?.includes(gidOf("InventoryItem", change.itemId)) ?? true) &&
    (locationIds?.includes(gidOf("Location", change.locationId)) ?? true) &&
    (quantityNames?.includes(change.name) ?? true)
  );
}

export const adjustmentGroupTypes: ResolverMap = {
  InventoryAdjustmentGroup: {
    id: ({ id }: AdjustmentGroup) => gidOf("InventoryAdjustmentGroup", id),
    createdAt: ({ createdAt }: AdjustmentGroup) => createdAt,
    reason: ({ reason }: AdjustmentGroup) => reason,
    referenceDocumentUri: ({ referenceDocumentUri }: AdjustmentGroup) => referenceDocumentUri,
    app: ({ app }: AdjustmentGroup) => app,
    changes: ({ changes }: AdjustmentGroup, filter: ChangeFilter) =>
      changes.filter((change) => isWanted(change, filter)),
  },
  InventoryChange: {
    name: ({ name }: RecordedChange) => name,
    delta: ({ delta }: RecordedChange) => delta,
    quantityAfterChange: () => null,
    ledgerDocumentUri: ({ ledgerDocumentUri }: RecordedChange) => ledgerDocumentUri,
    item: ({ itemId }: RecordedChange, _: unknown, { shop }: AdminContext) =>
      shop.inventoryItems.get(itemId),
    location: ({ locationId }: RecordedChange, _: unknown, { shop }: AdminContext) =>
      shop.locations.get(locationId),
  },
};
