// Toasts and the loading bar.
(function (bridge) {
  const shown = new Map();
  let lastToast = 0;

  bridge.toast = {
    show(message, options = {}) {
      lastToast += 1;
      const id = `toast-${lastToast}`;
      shown.set(id, options);
      const { action, duration = 5000, isError = false } = options;
      bridge.tell("toast", { id, message: String(message), action, duration, isError });
      return id;
    },
    hide(id) {
      bridge.tell("toast-hide", { id });
    },
  };
  bridge.on("toast-action", ({ id }) => shown.get(id)?.onAction?.());
  bridge.on("toast-dismiss", ({ id }) => {
    shown.get(id)?.onDismiss?.();
    shown.delete(id);
  });

  bridge.loading = (isLoading = true) => bridge.tell("loading", Boolean(isLoading));
})(window.sandboxAppBridge);
