// Messages to and from the admin frame around the app. Only that frame is believed.
(function (bridge) {
  const waiting = new Map();
  const listeners = new Map();
  let lastId = 0;

  /** Tells the frame something that needs no answer. */
  bridge.tell = (type, payload) => {
    window.parent.postMessage({ bridge: "sandbox", type, payload }, bridge.origin);
  };

  /** Asks the frame; the promise settles with its answer. Outside a frame nobody could answer. */
  bridge.ask = (type, payload) => {
    if (window.parent === window) {
      return Promise.reject(new Error("App Bridge: this page is not inside the admin."));
    }
    lastId += 1;
    const id = lastId;
    window.parent.postMessage({ bridge: "sandbox", type, payload, id }, bridge.origin);
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  };

  /** Hears one kind of message from the frame. */
  bridge.on = (type, listener) => listeners.set(type, listener);

  window.addEventListener("message", ({ data, origin, source }) => {
    if (origin !== bridge.origin || source !== window.parent || data?.bridge !== "sandbox") return;
    if (data.reply === undefined) {
      listeners.get(data.type)?.(data.payload);
      return;
    }
    const question = waiting.get(data.reply);
    waiting.delete(data.reply);
    if (data.error === undefined) question?.resolve(data.value);
    else question?.reject(new Error(data.error));
  });
})(window.sandboxAppBridge);
