interface KeyedItem {
  readonly inventoryItemId: string;
  readonly key: string;
}

/**
 * The name rules and scenarios know an item by, unique in the shop: its SKU, or `#<item id>` where
 * the SKU is empty or another item has it. Merchants do repeat SKUs; the first keeps it, so that a
 * key does not wander between items. `known` holds the present keys of these items and of any other
 * item whose key is one of their SKUs.
 */
export function chooseItemKeys(
  items: readonly { readonly inventoryItemId: string; readonly sku: string }[],
  known: readonly KeyedItem[],
): Map<string, string> {
  const changing = new Set(items.map((item) => item.inventoryItemId));
  const taken = new Set(
    known.filter((item) => !changing.has(item.inventoryItemId)).map((item) => item.key),
  );
  const keyBefore = new Map(known.map((item) => [item.inventoryItemId, item.key]));
  const keepsSku = (item: (typeof items)[number]) =>
    keyBefore.get(item.inventoryItemId) === item.sku;
  const inTurn = [...items.filter(keepsSku), ...items.filter((item) => !keepsSku(item))];
  const keys = new Map<string, string>();
  for (const { inventoryItemId, sku } of inTurn) {
    const key = sku === "" || taken.has(sku) ? `#${inventoryItemId}` : sku;
    taken.add(key);
    keys.set(inventoryItemId, key);
  }
  return keys;
}
