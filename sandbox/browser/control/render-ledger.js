import { makeElement } from "./make-element.js";

/** What Shopify saw: work per location, mutations by name, and whether stock adds up. */
export function renderLedger(ledger) {
  const balanced = ledger.imbalances.length === 0;
  return [
    makeElement(
      "p",
      { class: balanced ? "good" : "bad" },
      balanced
        ? "Committed stock equals open fulfillment orders everywhere."
        : `${ledger.imbalances.length} places where committed stock and open fulfillment orders differ.`,
    ),
    makeElement(
      "table",
      {},
      row("th", "Location", "Open", "Shipped"),
      ...ledger.locations.map(({ name, openParcels, openUnits, shippedParcels, shippedUnits }) =>
        row(
          "td",
          name,
          `${openParcels} (${openUnits} units)`,
          `${shippedParcels} (${shippedUnits} units)`,
        ),
      ),
    ),
    makeElement("h3", {}, "Committed mutations"),
    makeElement(
      "table",
      {},
      ...Object.entries(ledger.mutationCounts).map(([name, count]) =>
        row("td", name, String(count)),
      ),
    ),
  ];
}

function row(tag, ...cells) {
  return makeElement("tr", {}, ...cells.map((cell) => makeElement(tag, {}, cell)));
}
