// The resource picker for products and their variants; resolves to undefined when it is dismissed.
(function (bridge) {
  bridge.resourcePicker = async ({ type, multiple = false, selectionIds = [] }) => {
    if (type !== "product" && type !== "variant") {
      throw new Error(
        `App Bridge stand-in: resourcePicker knows product and variant, not ${type}.`,
      );
    }
    const selected = selectionIds.map(({ id }) => id);
    const selection = await bridge.ask("resource-picker", {
      type,
      multiple: Boolean(multiple),
      selected,
    });
    return selection === null ? undefined : Object.assign(selection, { selection });
  };
})(window.sandboxAppBridge);
