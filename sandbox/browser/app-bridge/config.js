// What the app is and where it is shown. The first page carries it in its address; pages the app
// navigates to itself may not, so it is kept for the tab, as the real App Bridge does.
(function (bridge) {
  const query = new URLSearchParams(window.location.search);
  const remember = (name, fallback) => {
    const key = `sandbox-app-bridge:${name}`;
    const value = query.get(name) ?? window.sessionStorage.getItem(key) ?? fallback;
    if (value !== null) window.sessionStorage.setItem(key, value);
    return value;
  };
  const script = document.currentScript ?? document.querySelector("script[data-api-key]");
  const meta = document.querySelector('meta[name="shopify-api-key"]');

  bridge.config = {
    apiKey: script?.dataset.apiKey ?? meta?.content ?? "",
    appOrigins: [window.location.origin],
    debug: {},
    disabledFeatures: [],
    experimentalFeatures: [],
    host: remember("host", ""),
    locale: remember("locale", "en"),
    shop: remember("shop", ""),
  };
  bridge.environment = {
    embedded: window.parent !== window,
    mobile: false,
    pos: bridge.pos === true,
  };
})(window.sandboxAppBridge);
