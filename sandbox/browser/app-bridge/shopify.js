// The global the app sees. A member that is not built here fails by name: a silent undefined would
// make the app look right in the sandbox and break in the admin.
(function (bridge) {
  const members = {
    config: bridge.config,
    environment: bridge.environment,
    idToken: bridge.idToken,
    loading: bridge.loading,
    modal: bridge.modal,
    origin: window.location.origin,
    ready: Promise.resolve(),
    resourcePicker: bridge.resourcePicker,
    saveBar: bridge.saveBar,
    toast: bridge.toast,
    user: () => bridge.ask("user"),
  };
  // Asked for by runtimes and tools of any object; absent in the real one, too.
  const PROBES = new Set(["then", "toJSON", "$$typeof", "constructor", "nodeType", "tagName"]);

  window.shopify ??= new Proxy(members, {
    get(target, name) {
      if (name in target) return target[name];
      if (typeof name === "symbol" || PROBES.has(name)) return undefined;
      throw new Error(`App Bridge stand-in: shopify.${name} is not built.`);
    },
  });
})(window.sandboxAppBridge);
