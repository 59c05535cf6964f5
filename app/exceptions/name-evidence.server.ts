import type { Tx } from "../db.server.ts";
import type { EvidenceNames } from "./read-evidence.ts";

interface NamedAbout {
  readonly orderId: string | null;
  /** Locations already read by the caller. */
  readonly locations: ReadonlyMap<string, string>;
  /** Items named besides the order's, such as those it waits for. */
  readonly itemIds: readonly string[];
}

/** The names of what an exception is about: its order's lines, their items, the shop's locations. */
export async function nameEvidence(
  tx: Tx,
  { orderId, locations, itemIds }: NamedAbout,
): Promise<EvidenceNames> {
  const lines = orderId ? await tx.orderLine.findMany({ where: { orderId } }) : [];
  const wanted = lines.flatMap((line) => line.inventoryItemId ?? []).concat(itemIds);
  const items = await tx.item.findMany({ where: { inventoryItemId: { in: wanted } } });
  const itemNames = new Map(
    items.map((item) => [
      item.inventoryItemId,
      [item.title, item.variantTitle].filter(Boolean).join(" / "),
    ]),
  );
  return {
    locations,
    lines: new Map(
      lines.map(({ lineItemId, inventoryItemId, title, sku }) => [
        lineItemId,
        itemNames.get(inventoryItemId ?? "") ?? (title || sku),
      ]),
    ),
    items: itemNames,
  };
}
