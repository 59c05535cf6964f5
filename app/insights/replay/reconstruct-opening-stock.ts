import type { OpeningStock, PastOrder, StockMovement } from "./replay-world.ts";

/**
 * The stock the orders met: what is available now, plus what they took since, less what is known to
 * have come in meanwhile. Deliveries that nobody recorded therefore count as having been there from
 * the start, which every result says.
 */
export function reconstructOpeningStock(
  now: readonly OpeningStock[],
  orders: readonly PastOrder[],
  movements: readonly StockMovement[],
): OpeningStock[] {
  const change = new Map<string, number>();
  const add = (inventoryItemId: string, locationId: string, units: number) => {
    const key = `${inventoryItemId}/${locationId}`;
    change.set(key, (change.get(key) ?? 0) + units);
  };
  for (const { placed } of orders) {
    for (const { inventoryItemId, locationId, units } of placed) {
      if (inventoryItemId !== null) add(inventoryItemId, locationId, units);
    }
  }
  for (const { inventoryItemId, locationId, units } of movements) {
    add(inventoryItemId, locationId, -units);
  }
  return now.map((stock) => {
    const { cell, inventoryItemId, locationId } = stock;
    const units = change.get(`${inventoryItemId}/${locationId}`) ?? 0;
    return { ...stock, cell: { ...cell, available: cell.available + units } };
  });
}
