// Keeps the admin's address in step with the app's, lets the admin's links navigate the app, and
// sends `shopify:` addresses to the admin.
(function (bridge) {
  const EMBEDDING = [
    "embedded",
    "hmac",
    "host",
    "id_token",
    "locale",
    "session",
    "shop",
    "timestamp",
  ];
  const ADMIN_ADDRESS = /^(shopify:\/*admin|https:\/\/admin\.shopify\.com)(\/|$)/i;
  const plainOpen = window.open.bind(window);

  function ownPath() {
    const query = new URLSearchParams(window.location.search);
    for (const name of EMBEDDING) query.delete(name);
    const search = query.size > 0 ? `?${query}` : "";
    return `${window.location.pathname}${search}${window.location.hash}`;
  }

  function reportPath() {
    bridge.tell("path", ownPath());
  }

  for (const method of ["pushState", "replaceState"]) {
    const plain = window.history[method].bind(window.history);
    window.history[method] = (...state) => {
      plain(...state);
      reportPath();
    };
  }
  window.addEventListener("popstate", reportPath);

  /** Announces a navigation on a link, which the app's router takes its `href` from. */
  bridge.navigateBy = (link) => {
    link.dispatchEvent(new CustomEvent("shopify:navigate", { bubbles: true, cancelable: true }));
  };
  bridge.on("navigate", (path) => {
    const link = document.createElement("a");
    link.href = path;
    link.setAttribute("href", path);
    document.body.append(link);
    bridge.navigateBy(link);
    link.remove();
  });

  /** Opens an address where it belongs: the admin, the app's own frame, or a new tab. */
  bridge.openAddress = (address, target = "_self") => {
    const text = String(address);
    if (ADMIN_ADDRESS.test(text)) return bridge.tell("open", { address: text, target });
    if (target === "_top" || target === "_parent") {
      return bridge.tell("open", { address: new URL(text, window.location.href).href, target });
    }
    return plainOpen(text, target);
  };
  window.open = (address = "about:blank", target = "_blank", features = undefined) =>
    ADMIN_ADDRESS.test(String(address)) || target === "_top" || target === "_parent"
      ? (bridge.openAddress(address, target), null)
      : plainOpen(address, target, features);

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    const address = link?.getAttribute("href");
    if (!address || !ADMIN_ADDRESS.test(address)) return;
    event.preventDefault();
    bridge.openAddress(address, link.target || "_top");
  });

  // The app's bounce page: it was opened without a token and asks to be opened again with one.
  const reload = new URLSearchParams(window.location.search).get("shopify-reload");
  if (reload) {
    const address = new URL(reload, window.location.href);
    if (address.origin !== window.location.origin)
      throw new Error("App Bridge: foreign shopify-reload.");
    void bridge.idToken().then((token) => {
      address.searchParams.set("id_token", token);
      window.location.replace(address.href);
    });
  } else reportPath();
})(window.sandboxAppBridge);
