import { makeBadge, makeElement } from "./make-element.js";

/** The newest orders with what a person may do to them and to each of their fulfillment orders. */
export function renderOrders(orders, locations, act) {
  if (orders.length === 0) return [makeElement("p", { class: "quiet" }, "No orders yet.")];
  return orders.map((order) => renderOrder(order, locations, act));
}

function renderOrder(order, locations, act) {
  const bought = order.lines.map((line) => `${line.currentQuantity} × ${line.sku}`).join(", ");
  const summary = makeElement(
    "summary",
    {},
    makeElement("b", {}, order.name),
    makeBadge(order.status),
    makeElement("span", { class: "quiet" }, bought),
    makeElement("span", { class: "where" }, whereOf(order)),
  );
  const cancel = () => act("POST", `orders/${order.id}/cancel`, {});
  const actions = makeElement(
    "div",
    { class: "row" },
    ...order.lines.map((line) => renderEdit(order, line, act)),
    makeElement("button", { class: "critical", onclick: cancel }, "Cancel order"),
  );
  const parcels = order.fulfillmentOrders.map((one) => renderParcel(one, locations, act));
  const details = makeElement("details", { "data-order": order.id }, summary, actions, ...parcels);
  return details;
}

function whereOf(order) {
  const live = order.fulfillmentOrders.filter((one) => one.lines.some((l) => l.totalQuantity > 0));
  return [...new Set(live.map((one) => one.locationName))].join(" + ");
}

function renderEdit(order, line, act) {
  const quantity = makeElement("input", {
    type: "number",
    min: "0",
    value: String(line.currentQuantity),
    "aria-label": `Units of ${line.sku}`,
  });
  const edit = () =>
    act("POST", `orders/${order.id}/edit`, {
      quantities: [{ sku: line.sku, quantity: Number(quantity.value) }],
    });
  return makeElement(
    "span",
    { class: "edit" },
    line.sku,
    quantity,
    makeElement("button", { onclick: edit }, "Edit"),
  );
}

function renderParcel(parcel, locations, act) {
  const verb = (name, body) => act("POST", `fulfillment-orders/${parcel.id}/${name}`, body);
  const target = makeElement(
    "select",
    { "aria-label": "Move to" },
    ...locations
      .filter(({ id, active }) => active && id !== parcel.locationId)
      .map(({ id, name }) => makeElement("option", { value: id }, name)),
  );
  const lines = parcel.lines.map(
    (line) => `${line.remainingQuantity} of ${line.totalQuantity} × ${line.sku}`,
  );
  return makeElement(
    "div",
    { class: "parcel" },
    makeElement(
      "p",
      {},
      makeElement("b", {}, parcel.locationName ?? ""),
      makeBadge(parcel.status),
      lines.join(", ") || "no lines",
    ),
    makeElement(
      "div",
      { class: "row" },
      target,
      makeElement(
        "button",
        { onclick: () => verb("move", { newLocationId: target.value }) },
        "Move",
      ),
      makeElement("button", { onclick: () => verb("hold", {}) }, "Hold"),
      makeElement("button", { onclick: () => verb("release", {}) }, "Release"),
      makeElement("button", { onclick: () => verb("fulfil", {}) }, "Fulfil"),
    ),
  );
}
