// Requests to the app itself carry a session token, as with the real App Bridge. An answer may ask
// for another try with a fresh token, or for a new authorization at some address.
(function (bridge) {
  const plainFetch = window.fetch.bind(window);
  const RETRY = "X-Shopify-Retry-Invalid-Session-Request";
  const REAUTHORIZE = "X-Shopify-API-Request-Failure-Reauthorize";
  const REAUTHORIZE_URL = "X-Shopify-API-Request-Failure-Reauthorize-Url";

  window.fetch = async (input, init) => {
    const request = new Request(input, init);
    const isOwn = new URL(request.url).origin === window.location.origin;
    if (!isOwn || !bridge.environment.embedded || request.headers.has("Authorization")) {
      return plainFetch(request);
    }
    const spare = request.clone();
    const answer = await plainFetch(await signed(request));
    if (answer.status === 401 && answer.headers.has(RETRY)) return plainFetch(await signed(spare));
    followReauthorization(answer);
    return answer;
  };

  async function signed(request) {
    const headers = new Headers(request.headers);
    headers.set("Authorization", `Bearer ${await bridge.idToken()}`);
    headers.set("X-Requested-With", "XMLHttpRequest");
    return new Request(request, { headers });
  }

  function followReauthorization(answer) {
    const address = answer.headers.get(REAUTHORIZE_URL);
    if (address) bridge.openAddress(address, "_top");
    else if (answer.headers.get(REAUTHORIZE) === "1") {
      bridge.openAddress(`/auth?shop=${bridge.config.shop}`, "_top");
    }
  }
})(window.sandboxAppBridge);
