import type { PastLine } from "./past-order-facts.ts";
import type { OrderCsvHead, OrderCsvLine } from "./read-order-line.ts";
import type { PastOrderRow } from "./write-past-orders.server.ts";

/** What the shop knows that a file does not tell. */
export interface FileWords {
  readonly currency: string;
  /** The item a SKU names, if it names just one. */
  readonly itemOf: (sku: string) => string | null;
  /** Where a postal code lies, by other orders of the shop; null when none went there. */
  readonly locate: (country: string, zip: string) => FilePlace | null;
}

export interface FilePlace {
  readonly latitude: number;
  readonly longitude: number;
}

/**
 * A file's orders, from their lines: an order's first line carries its facts. Lines of SKUs the shop
 * does not have are left out, for nobody knows where they lay.
 */
export function gatherOrders(lines: readonly OrderCsvLine[], words: FileWords): PastOrderRow[] {
  const groups = new Map<string, { head: OrderCsvHead; lines: OrderCsvLine[] }>();
  for (const line of lines) {
    const known = groups.get(line.name);
    if (known) known.lines.push(line);
    else if (line.order) groups.set(line.name, { head: line.order, lines: [line] });
  }
  return [...groups].flatMap(([name, group]) => {
    const shipped = group.lines.filter(
      ({ requiresShipping, sku }) => requiresShipping && words.itemOf(sku) !== null,
    );
    return shipped.length === 0 ? [] : [toRow(name, group.head, shipped, words)];
  });
}

const RISK_LEVELS = ["low", "medium", "high"] as const;

function toRow(
  name: string,
  head: OrderCsvHead,
  lines: readonly OrderCsvLine[],
  words: FileWords,
): PastOrderRow {
  const { placedAt, cancelledAt, shippingCharged } = head;
  const orderId = head.orderId || `file:${name}`;
  return {
    ...{ orderId, name, placedAt, cancelledAt, shippingCharged },
    facts: {
      deliveryMethod: null,
      lines: lines.map((line) => toPastLine(orderId, line, words)),
      order: {
        ...{ id: orderId, name, createdAt: placedAt, processedAt: placedAt, updatedAt: placedAt },
        ...{ cancelledAt, displayFinancialStatus: null, displayFulfillmentStatus: "FULFILLED" },
        ...{ tags: head.tags, sourceName: head.source || null, customerTags: [] },
        currencyCode: words.currency,
        riskRecommendation: head.riskLevel === "high" ? "INVESTIGATE" : "NONE",
        riskLevel: RISK_LEVELS.find((level) => level === head.riskLevel) ?? null,
        shippingLine:
          head.shippingMethod === "" ? null : { title: head.shippingMethod, code: null },
        shippingAddress: {
          ...{ city: head.city, provinceCode: head.province || null },
          ...{ countryCodeV2: head.country || null, zip: head.zip || null },
          ...(words.locate(head.country, head.zip) ?? { latitude: null, longitude: null }),
        },
      },
    },
  };
}

function toPastLine(orderId: string, line: OrderCsvLine, { itemOf }: FileWords): PastLine {
  const { sku, units, unitPrice, lineNumber } = line;
  const lineItemId = `${orderId}/${lineNumber}`;
  return { lineItemId, inventoryItemId: itemOf(sku), sku, units, unitPrice };
}

/** SKUs of the file that the shop does not have. */
export function listUnknownSkus(lines: readonly OrderCsvLine[], { itemOf }: FileWords): string[] {
  const skus = lines.filter(({ sku }) => itemOf(sku) === null).map(({ sku }) => sku || "(no SKU)");
  return [...new Set(skus)].sort();
}

/** Lines of an order whose first line, with its time and destination, is not in the file above them. */
export function listOrphans(lines: readonly OrderCsvLine[]): OrderCsvLine[] {
  const begun = new Set<string>();
  return lines.filter(({ name, order }) => {
    if (order) begun.add(name);
    return !begun.has(name);
  });
}
