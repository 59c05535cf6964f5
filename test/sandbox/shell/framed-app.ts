/**
 * A small app page that uses App Bridge the way a real one does: the script first, described chrome,
 * a form with a save bar, a modal, and buttons that call the `shopify` global.
 */
export function framedApp(path: string): string {
  return `<!doctype html><html><head>
<script src="https://cdn.shopify.com/shopifycloud/app-bridge.js" data-api-key="test-client"></script>
<title>${path}</title></head><body>
<ui-nav-menu><a href="/" rel="home">Home</a><a href="/orders">Orders</a><a href="/rules">Rules</a></ui-nav-menu>
<ui-title-bar title="Page ${path}"><button variant="primary" onclick="log('pressed')">Route again</button></ui-title-bar>
<h1 id="path">${path}</h1>
<form data-save-bar onsubmit="event.preventDefault(); log('saved ' + this.name.value)"><input name="name" aria-label="Name" value="old"></form>
<ui-modal id="why"><ui-title-bar title="Why here"><button variant="primary" onclick="log('understood')">Understood</button></ui-title-bar></ui-modal>
<button onclick="shopify.modal.show('why')">Open modal</button>
<button onclick="shopify.toast.show('Order routed')">Toast</button>
<button onclick="shopify.resourcePicker({ type: 'variant' }).then((picked) => log('picked ' + picked[0].sku))">Pick</button>
<button onclick="fetch('/data').then((answer) => answer.text()).then(log)">Fetch</button>
<button onclick="fetch('/reauthorize')">Reauthorize</button>
<button onclick="try { shopify.scanner } catch (error) { log(error.message) }">Unbuilt</button>
<a href="shopify://admin/orders">To the admin</a>
<ol id="log"></ol>
<script>
  document.getElementById("why").content.textContent = "Because it is near.";
  function log(text) { document.getElementById("log").append(Object.assign(document.createElement("li"), { textContent: text })); }
  addEventListener("shopify:navigate", (event) => {
    history.pushState(null, "", event.target.getAttribute("href"));
    document.getElementById("path").textContent = location.pathname;
  });
</script></body></html>`;
}
