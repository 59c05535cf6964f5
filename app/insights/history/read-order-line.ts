import type { CsvColumns } from "#app/csv/read-header.ts";

/**
 * Columns of Shopify's own order export (help.shopify.com, "Exporting orders"), as far as replay
 * needs them. An order's facts stand on its first line only; further lines carry its further items.
 */
export const orderColumns: CsvColumns = {
  required: ["Name", "Created at", "Lineitem quantity", "Lineitem price", "Lineitem sku"],
  optional: [
    ...["Id", "Currency", "Shipping", "Shipping Method", "Cancelled at", "Tags", "Source"],
    ...["Risk Level", "Lineitem requires shipping", "Lineitem name", "Shipping City"],
    ...["Shipping Zip", "Shipping Province", "Shipping Country"],
  ],
  ignoresOthers: true,
};

/** One line of the file: an item of an order, with the order's facts where it is the first. */
export interface OrderCsvLine {
  readonly lineNumber: number;
  readonly name: string;
  /** Null on lines after an order's first. */
  readonly order: OrderCsvHead | null;
  readonly sku: string;
  readonly units: number;
  readonly unitPrice: string;
  readonly requiresShipping: boolean;
}

export interface OrderCsvHead {
  readonly orderId: string;
  /** ISO 8601. */
  readonly placedAt: string;
  readonly cancelledAt: string | null;
  readonly shippingCharged: string;
  readonly shippingMethod: string;
  readonly tags: readonly string[];
  readonly source: string;
  readonly riskLevel: string;
  readonly city: string;
  readonly zip: string;
  readonly province: string;
  readonly country: string;
}

type Cells = Readonly<Record<string, string>>;

const MONEY = /^\d+(\.\d{1,4})?$/;
const MOST_UNITS = 10_000;

/** Reads a line, or says everything that is wrong with it. */
export function readOrderLine(
  cells: Cells,
  lineNumber: number,
): OrderCsvLine | { readonly problems: readonly string[] } {
  const cell = (name: string) => (cells[name] ?? "").trim();
  const order = cell("Created at") === "" ? null : readHead(cell);
  const ofOrder = order && "problems" in order ? order.problems : [];
  const problems = [...judgeItem(cell), ...ofOrder];
  if (problems.length > 0 || (order && "problems" in order)) return { problems };
  return {
    lineNumber,
    order,
    name: cell("Name"),
    sku: cell("Lineitem sku"),
    units: Number(cell("Lineitem quantity")),
    unitPrice: cell("Lineitem price"),
    requiresShipping: cell("Lineitem requires shipping").toLowerCase() !== "false",
  };
}

function judgeItem(cell: (name: string) => string): string[] {
  const units = Number(cell("Lineitem quantity"));
  const isCount = Number.isInteger(units) && units >= 1 && units <= MOST_UNITS;
  return [
    ...(cell("Name") === "" ? ["The order has no name."] : []),
    ...(isCount ? [] : [`“Lineitem quantity” must be a whole number from 1 to ${MOST_UNITS}.`]),
    ...(MONEY.test(cell("Lineitem price"))
      ? []
      : ["“Lineitem price” must be an amount like 12.50."]),
  ];
}

function readHead(cell: (name: string) => string): OrderCsvHead | { problems: readonly string[] } {
  const placedAt = readInstant(cell("Created at"));
  const cancelledAt = readInstant(cell("Cancelled at"));
  const shipping = cell("Shipping") || "0";
  const problems = [
    ...(placedAt === null ? ["“Created at” must be a time like 2026-11-21 14:02:00 -0500."] : []),
    ...(cell("Cancelled at") !== "" && cancelledAt === null
      ? ["“Cancelled at” must be a time like 2026-11-21 14:02:00 -0500."]
      : []),
    ...(MONEY.test(shipping) ? [] : ["“Shipping” must be an amount like 6.90."]),
  ];
  if (problems.length > 0 || placedAt === null) return { problems };
  return {
    ...{ orderId: cell("Id"), placedAt, cancelledAt, shippingCharged: shipping },
    shippingMethod: cell("Shipping Method"),
    tags: cell("Tags")
      .split(",")
      .map((tag) => tag.trim())
      .filter(Boolean),
    source: cell("Source"),
    riskLevel: cell("Risk Level").toLowerCase(),
    city: cell("Shipping City"),
    zip: cell("Shipping Zip").replace(/^'/, ""),
    province: cell("Shipping Province"),
    country: cell("Shipping Country"),
  };
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2}(?::\d{2})?)\s*(Z|[+-]\d{2}:?\d{2})$/;

/** "2026-11-21 14:02:00 -0500", as Shopify writes times, in ISO 8601; null for anything else. */
function readInstant(text: string): string | null {
  const [, day, time, zone] = INSTANT.exec(text) ?? [];
  if (!day || !time || !zone) return null;
  const offset = zone === "Z" || zone.includes(":") ? zone : `${zone.slice(0, 3)}:${zone.slice(3)}`;
  const ms = Date.parse(`${day}T${time}${offset}`);
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
