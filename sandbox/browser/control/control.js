// The control page: reads the sandbox every few seconds, and acts in the shop by its API.
import { callApi } from "./call-api.js";
import { fillChoices } from "./fill-choices.js";
import { makeElement } from "./make-element.js";
import { readFaults } from "./read-faults.js";
import { renderDeliveries } from "./render-deliveries.js";
import { renderLedger } from "./render-ledger.js";
import { renderOrders } from "./render-orders.js";

const REFRESH_MS = 4000;
const byId = (id) => document.getElementById(id);
const shopPath = (path = "") => `shops/${byId("shop").value}${path === "" ? "" : `/${path}`}`;

/** Does one thing in the shop and shows the result or the refusal. */
async function act(method, path, body) {
  await attempt(() => callApi(method, shopPath(path), body));
}

async function attempt(action) {
  try {
    await action();
    show("Done.", false);
  } catch (error) {
    show(error.message, true);
  }
  await refresh();
}

function show(text, isError) {
  const message = byId("message");
  message.textContent = text;
  message.className = isError ? "bad" : "good";
  message.hidden = false;
}

async function refresh() {
  const [shop, { orders }, { counts, deliveries }, ledger] = await Promise.all([
    callApi("GET", shopPath()),
    callApi("GET", shopPath("orders?limit=15")),
    callApi("GET", "deliveries?limit=15"),
    callApi("GET", shopPath("ledger")),
  ]);
  showShop(shop, counts);
  showOrders(orders, shop.locations);
  byId("deliveries").replaceChildren(
    ...renderDeliveries(deliveries, (number) =>
      attempt(() => callApi("POST", `deliveries/${number}/replay`)),
    ),
  );
  byId("ledger").replaceChildren(...renderLedger(ledger));
}

function showOrders(orders, locations) {
  const list = byId("orders");
  // A person reading or editing an open order must not lose it to a refresh.
  if (list.contains(document.activeElement) && document.activeElement.matches("input, select"))
    return;
  const open = [...list.querySelectorAll("details[open]")].map((details) => details.dataset.order);
  list.replaceChildren(...renderOrders(orders, locations, act));
  for (const details of list.querySelectorAll("details"))
    details.open = open.includes(details.dataset.order);
  fillChoices(
    document.querySelector("[data-orders]"),
    orders.map(({ id, name }) => ({ value: id, label: name })),
  );
}

function showShop(shop, counts) {
  const tiles = [
    ["Orders", shop.orders],
    ["App", shop.app.installed ? "installed" : "not installed"],
    ["Webhooks delivered", counts.delivered],
    ["Waiting", counts.waiting],
    ["Failed", counts.failed],
    ["Dropped", counts.dropped],
  ];
  byId("tiles").replaceChildren(
    ...tiles.map(([label, value]) =>
      makeElement("p", {}, makeElement("b", {}, String(value)), makeElement("span", {}, label)),
    ),
  );
  const places = shop.locations.map(({ id, name }) => ({ value: id, label: name }));
  for (const select of document.querySelectorAll("[data-locations]")) fillChoices(select, places);
  fillChoices(byId("till"), [{ value: "", label: "choose a location" }, ...places]);
  byId("skus").replaceChildren(...shop.skus.map((sku) => makeElement("option", { value: sku })));
  byId("locations").replaceChildren(...shop.locations.map(renderLocation));
  byId("open-app").href = `/admin/store/${shop.handle}/apps/${document.body.dataset.app}/`;
  byId("open-orders").href = `/admin/store/${shop.handle}/orders`;
  const scopes = byId("scopes").elements.scopes;
  if (document.activeElement !== scopes) scopes.value = shop.app.scopes.join(", ");
}

function renderLocation({ id, name, city, active }) {
  const verb = active ? "deactivate" : "activate";
  const toggle = () => act("POST", `locations/${id}/${verb}`, {});
  return makeElement(
    "li",
    {},
    makeElement("span", { class: active ? "" : "quiet" }, `${name}, ${city}`),
    makeElement("button", { onclick: toggle }, active ? "Deactivate" : "Activate"),
  );
}

/** Sends a form's values as an action. */
function onSubmit(id, run) {
  byId(id).addEventListener("submit", (event) => {
    event.preventDefault();
    void run(Object.fromEntries(new FormData(event.target)));
  });
}

const splitList = (text) =>
  text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");

byId("place-one").addEventListener("click", () => act("POST", "orders", {}));
onSubmit("burst", ({ count }) => act("POST", "orders", { count: Number(count) }));
onSubmit("place", ({ sku, quantity, deliveryMethod, tags }) => {
  const pickup =
    deliveryMethod === "pickup"
      ? { pickupLocationId: document.querySelector("[data-locations]").value }
      : {};
  const lines = [{ sku, quantity: Number(quantity) }];
  return act("POST", "orders", {
    order: { lines, deliveryMethod, tags: splitList(tags), ...pickup },
  });
});
onSubmit("stock", ({ sku, locationId, available }) =>
  act("POST", "stock", { sku, locationId, available: Number(available) }),
);
onSubmit("faults", (form) => attempt(() => callApi("PUT", "faults", readFaults(form))));
byId("clear-faults").addEventListener("click", () => {
  byId("faults").reset();
  void attempt(() => callApi("DELETE", "faults"));
});
byId("install").addEventListener("click", () => act("POST", "app/install", {}));
byId("uninstall").addEventListener("click", () => act("POST", "app/uninstall", {}));
onSubmit("scopes", ({ scopes }) => act("POST", "app/scopes", { scopes: splitList(scopes) }));
onSubmit("compliance", ({ topic, orderId }) =>
  act("POST", "app/compliance", topic === "shop/redact" ? { topic } : { topic, orderId }),
);
byId("till").addEventListener("change", ({ target }) => {
  if (target.value) window.open(`/pos/${byId("shop").value}?location=${target.value}`, "_blank");
});
byId("shop").addEventListener("change", () => void refresh());

const { webhooks, seed } = await callApi("GET", "faults");
for (const [name, value] of Object.entries({ seed, ...webhooks })) {
  byId("faults").elements[name].value = value;
}

const refreshQuietly = () => refresh().catch((error) => show(error.message, true));
void refreshQuietly();
setInterval(refreshQuietly, REFRESH_MS);
