import { escapeHtml } from "../http/escape-html.ts";

export interface ControlPage {
  readonly appName: string;
  readonly appHandle: string;
  readonly shopHandles: readonly string[];
}

/** The control page's frame; its script fills it from the control API. */
export function renderControlPage(page: ControlPage): string {
  const shops = page.shopHandles.map((handle) => `<option>${escapeHtml(handle)}</option>`).join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Sandbox</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/sandbox/browser/control/control.css">
</head>
<body data-app="${escapeHtml(page.appHandle)}">
<header>
  <h1>Sandbox <span>a pretend Shopify</span></h1>
  <label>Shop <select id="shop">${shops}</select></label>
  <nav>
    <a id="open-app">Open ${escapeHtml(page.appName)}</a>
    <a id="open-orders">Orders in the admin</a>
    <label>Till at <select id="till"><option value="">choose a location</option></select></label>
  </nav>
</header>
<p id="message" role="status" hidden></p>
<section class="tiles" id="tiles" aria-label="Now"></section>
<main>
  <section class="card wide" aria-labelledby="orders-title">
    <h2 id="orders-title">Orders</h2>
    <div class="row">
      <button id="place-one" class="primary">Place an order</button>
      <form id="burst"><input name="count" type="number" min="1" max="10000" value="20" aria-label="Orders in the burst"><button>Place a burst</button></form>
    </div>
    <form id="place" class="row">
      <label>SKU <input name="sku" list="skus" required></label>
      <label>Units <input name="quantity" type="number" min="1" value="1"></label>
      <label>Delivery <select name="deliveryMethod"><option>shipping</option><option>local</option><option>pickup</option></select></label>
      <label>Tags <input name="tags" placeholder="vip, gift"></label>
      <button>Place this</button>
    </form>
    <div id="orders" class="list"></div>
  </section>
  <section class="card" aria-labelledby="stock-title">
    <h2 id="stock-title">Stock</h2>
    <form id="stock" class="stack">
      <label>SKU <input name="sku" list="skus" required></label>
      <label>Location <select name="locationId" data-locations></select></label>
      <label>Available <input name="available" type="number" value="0" required></label>
      <button>Set stock</button>
    </form>
    <h3>Locations</h3>
    <ul id="locations" class="plain"></ul>
  </section>
  <section class="card" aria-labelledby="faults-title">
    <h2 id="faults-title">Faults</h2>
    <form id="faults" class="stack">
      <div class="pair">
        <label>Duplicate share <input name="duplicateShare" type="number" min="0" max="1" step="0.01" value="0"></label>
        <label>Drop share <input name="dropShare" type="number" min="0" max="1" step="0.01" value="0"></label>
        <label>Delay share <input name="delayShare" type="number" min="0" max="1" step="0.01" value="0"></label>
        <label>Delay, ms <input name="delayMs" type="number" min="0" value="2000"></label>
        <label>Shuffle window <input name="shuffleWindow" type="number" min="1" value="1"></label>
        <label>Seed <input name="seed" type="number" value="1"></label>
      </div>
      <fieldset>
        <legend>Admin API</legend>
        <div class="pair">
          <label>Fault <select name="kind"><option value="">none</option><option>throttle</option><option>error-before-commit</option><option>timeout-after-commit</option><option>hang-after-commit</option><option>truncated-answer</option></select></label>
          <label>Operation <input name="operation" placeholder="any"></label>
          <label>Next calls <input name="next" type="number" min="1" placeholder="3"></label>
          <label>or probability <input name="probability" type="number" min="0" max="1" step="0.01"></label>
        </div>
      </fieldset>
      <div class="row"><button class="primary">Set faults</button><button type="button" id="clear-faults">End all</button></div>
    </form>
  </section>
  <section class="card wide" aria-labelledby="deliveries-title">
    <h2 id="deliveries-title">Webhooks</h2>
    <div class="scroll"><table id="deliveries"></table></div>
  </section>
  <section class="card" aria-labelledby="app-title">
    <h2 id="app-title">${escapeHtml(page.appName)}</h2>
    <div class="row"><button id="install">Install</button><button id="uninstall" class="critical">Uninstall</button></div>
    <form id="scopes" class="stack"><label>Granted scopes <textarea name="scopes" rows="4"></textarea></label><button>Change scopes</button></form>
    <form id="compliance" class="stack">
      <label>Privacy request <select name="topic"><option>customers/data_request</option><option>customers/redact</option><option>shop/redact</option></select></label>
      <label>Order of the customer <select name="orderId" data-orders></select></label>
      <button>Send</button>
    </form>
  </section>
  <section class="card wide" aria-labelledby="ledger-title">
    <h2 id="ledger-title">Ledger</h2>
    <div id="ledger"></div>
  </section>
</main>
<datalist id="skus"></datalist>
<script type="module" src="/sandbox/browser/control/control.js"></script>
</body>
</html>`;
}
