import { formatMoney } from "#app/format-money.ts";
import { costPerOrder, describeShare } from "./describe-result.ts";
import type { RunFigures, VariantFigures } from "./measure-outcomes.ts";
import type { FigureRow } from "./replay-view.ts";

/** The figures of a run as rows, a column for each variant. */
export function tabulateFigures({ variants, shared }: RunFigures, currency: string): FigureRow[] {
  const each = (write: (figures: VariantFigures) => string) => variants.map(write);
  const money = (amount: string) => formatMoney(amount, currency);
  const whoever = variants.length === 2 ? "both" : "all of them";
  const shipped = `${shared.orders.toLocaleString("en-US")} orders that ${whoever} ship in full`;
  return [
    row("Shipped in full", each(whole("planned")), "Orders with every unit in some parcel."),
    row(
      "Left to people",
      each(whole("exceptions")),
      "Orders with units that no location may give.",
    ),
    row("Held for review", each(whole("held")), "Orders a rule holds for a person."),
    row("Split orders", each(shareOfSplits), "Of shipped orders, those in more than one parcel."),
    row("Parcels", each(whole("parcels")), "All parcels of all orders."),
    row("Cost, like for like", shared.costs.map(money), `Shipping and handling of the ${shipped}.`),
    row(
      "Cost per shipped order",
      each((one) => costPerOrder(one, currency)),
      "Of all shipped orders.",
    ),
    row(
      "Delivery days",
      each(({ meanDays }) => meanDays ?? "–"),
      "Mean days to the last parcel.",
    ),
    row(
      "Late",
      each(({ late, promised }) => describeShare(late, promised)),
      "Of orders with a promise.",
    ),
    row(
      "Margin, like for like",
      shared.margins.map(money),
      `Goods and shipping charged, less cost of goods and shipping, of the ${shipped}.`,
    ),
  ];
}

/** Parcels and units by location, the busiest under today's rules first. */
export function tabulateLoads(
  { variants }: RunFigures,
  nameOf: (locationId: string) => string,
): FigureRow[] {
  const ids = [...new Set(variants.flatMap(({ byLocation }) => Object.keys(byLocation)))];
  const today = (id: string) => variants[0]?.byLocation[id]?.parcels ?? 0;
  return ids
    .sort((a, b) => today(b) - today(a) || (a < b ? -1 : 1))
    .map((id) =>
      row(
        nameOf(id),
        variants.map(({ byLocation }) => {
          const { parcels, units } = byLocation[id] ?? { parcels: 0, units: 0 };
          return `${parcels.toLocaleString("en-US")} (${units.toLocaleString("en-US")} units)`;
        }),
        "",
      ),
    );
}

function row(name: string, values: readonly string[], meaning: string): FigureRow {
  return { name, values, meaning };
}

function whole(field: "planned" | "exceptions" | "held" | "parcels") {
  return (figures: VariantFigures) => figures[field].toLocaleString("en-US");
}

function shareOfSplits({ split, shipped }: VariantFigures): string {
  return describeShare(split, shipped);
}
