// The contextual save bar: by `ui-save-bar` elements, by forms marked `data-save-bar`, or by code.
(function (bridge) {
  /** What the open bar does, or null: { id, save, discard }. */
  let open = null;

  function show(bar) {
    open = bar;
    bridge.tell("save-bar", { isOpen: true, ...bar.labels });
  }

  function hide(id) {
    if (open === null || (id !== undefined && open.id !== id)) return;
    open = null;
    bridge.tell("save-bar", { isOpen: false });
  }

  bridge.on("save-bar-press", (which) => open?.[which]?.());

  // Custom elements can only be classes.
  class SaveBarElement extends HTMLElement {
    get showing() {
      return open?.id === this.id;
    }
    show() {
      const save = this.querySelector('button[variant="primary"]');
      const discard = this.querySelector('button:not([variant="primary"])');
      show({
        id: this.id,
        labels: {
          save: save?.textContent.trim() || "Save",
          discard: discard?.textContent.trim() || "Discard",
        },
        save: () => save?.click(),
        discard: () => discard?.click(),
      });
      this.dispatchEvent(new CustomEvent("show"));
      return Promise.resolve();
    }
    hide() {
      hide(this.id);
      this.dispatchEvent(new CustomEvent("hide"));
      return Promise.resolve();
    }
    toggle() {
      return this.showing ? this.hide() : this.show();
    }
  }
  if (!customElements.get("ui-save-bar")) customElements.define("ui-save-bar", SaveBarElement);

  const barById = (id) => {
    const element = document.getElementById(id);
    if (!(element instanceof SaveBarElement))
      throw new Error(`App Bridge: no ui-save-bar "${id}".`);
    return element;
  };
  bridge.saveBar = {
    show: async (id) => barById(id).show(),
    hide: async (id) => barById(id).hide(),
    toggle: async (id) => barById(id).toggle(),
    leaveConfirmation: () => (open === null ? Promise.resolve() : bridge.ask("leave-confirmation")),
  };

  const markedForm = (event) => event.target.closest?.("form[data-save-bar]");
  const onEdit = (event) => {
    const form = markedForm(event);
    if (!form || open?.form === form) return;
    show({
      id: form.id,
      form,
      labels: { save: "Save", discard: "Discard" },
      save: () => form.requestSubmit(),
      discard: () => form.reset(),
    });
  };
  document.addEventListener("input", onEdit);
  document.addEventListener("change", onEdit);
  for (const ending of ["submit", "reset"]) {
    document.addEventListener(ending, (event) => {
      if (markedForm(event) === open?.form) hide();
    });
  }
})(window.sandboxAppBridge);
