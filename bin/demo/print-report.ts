import { ledgerOf } from "#sandbox/ledger.ts";
import type { ShopState } from "#sandbox/shop/state.ts";
import type { BookedOrder, Books } from "./read-books.ts";

/** The two tables of the headless demo: what Backroom did, and what Shopify saw. */
export function describeRun(books: Books, shop: ShopState): string {
  return [...describeBooks(books, shop), "", ...describeLedger(shop)].join("\n");
}

function describeBooks(books: Books, shop: ShopState): string[] {
  const { orders } = books;
  const planned = orders.filter((order) => order.outcome === "planned");
  const costs = orders.flatMap((order) => (order.cost === null ? [] : [Number(order.cost)]));
  const total = costs.reduce((sum, cost) => sum + cost, 0);
  const rows: [string, string][] = [
    ["orders", String(orders.length)],
    ["routed whole", String(planned.filter((order) => order.parcels.length === 1).length)],
    ["split", String(planned.filter((order) => order.parcels.length > 1).length)],
    ["partly filled", String(orders.filter((order) => order.outcome === "partial").length)],
    ["held", String(orders.filter((order) => order.status === "held").length)],
    ["open exceptions", String(books.openExceptions)],
    ["cost of all parcels", `${total.toFixed(2)} ${shop.currency}`],
    ["cost per routed order", `${(total / Math.max(1, costs.length)).toFixed(2)} ${shop.currency}`],
  ];
  return [
    "What Backroom decided",
    ...table(rows),
    "",
    "Parcels by location",
    ...parcelRows(orders, shop),
  ];
}

function parcelRows(orders: readonly BookedOrder[], shop: ShopState): string[] {
  const parcels = orders.flatMap((order) => order.parcels);
  const rows = [...shop.locations.values()].map((location): [string, string] => {
    const here = parcels.filter((parcel) => parcel.locationId === location.id);
    const units = here
      .flatMap((parcel) => parcel.lines)
      .reduce((sum, line) => sum + line.quantity, 0);
    return [location.name, `${here.length} parcels, ${units} units`];
  });
  return table(rows);
}

function describeLedger(shop: ShopState): string[] {
  const ledger = ledgerOf(shop);
  const mutations = Object.entries(ledger.mutationCounts).sort();
  return [
    "What Shopify saw",
    ...table(mutations.map(([name, count]) => [name, `${count} times`])),
    ...table(
      ledger.locations.map((row) => [
        row.name,
        `${row.openParcels} open fulfillment orders, ${row.openUnits} units`,
      ]),
    ),
  ];
}

function table(rows: readonly (readonly [string, string])[]): string[] {
  const width = Math.max(...rows.map(([name]) => name.length));
  return rows.map(([name, value]) => `  ${name.padEnd(width)}  ${value}`);
}
