// The contextual save bar: by `ui-save-bar` elements, by forms marked `data-save-bar`, or by code.
(function (bridge) {
  /** The bar that is open, or null: { owner: its element or form, save, discard }. */
  let open = null;

  function show(bar, labels) {
    open = bar;
    bridge.tell("save-bar", { isOpen: true, ...labels });
  }

  function hide(owner) {
    if (open === null || open.owner !== owner) return;
    open = null;
    bridge.tell("save-bar", { isOpen: false });
  }

  bridge.on("save-bar-press", (which) => open?.[which]?.());

  // Custom elements can only be classes.
  class SaveBarElement extends HTMLElement {
    constructor() {
      super();
      const follow = () => this.showing && this.describe();
      new MutationObserver(follow).observe(this, {
        attributes: true,
        childList: true,
        subtree: true,
      });
    }
    get showing() {
      return open?.owner === this;
    }
    describe() {
      const save = this.querySelector('button[variant="primary"]');
      const discard = this.querySelector('button:not([variant="primary"])');
      const isWaiting = save?.hasAttribute("loading") || save?.hasAttribute("disabled");
      show(
        { owner: this, save: () => save?.click(), discard: () => discard?.click() },
        {
          save: save?.textContent.trim() || "Save",
          discard: discard?.textContent.trim() || "Discard",
          isWaiting: Boolean(isWaiting),
        },
      );
    }
    show() {
      if (!this.showing) {
        this.describe();
        this.dispatchEvent(new CustomEvent("show"));
      }
      return Promise.resolve();
    }
    hide() {
      if (this.showing) {
        hide(this);
        this.dispatchEvent(new CustomEvent("hide"));
      }
      return Promise.resolve();
    }
    toggle() {
      return this.showing ? this.hide() : this.show();
    }
    disconnectedCallback() {
      hide(this);
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

  const markedForm = (event) => event.target.closest?.("form[data-save-bar]") ?? null;
  const onEdit = (event) => {
    const form = markedForm(event);
    if (form === null || open?.owner === form) return;
    show(
      { owner: form, save: () => form.requestSubmit(), discard: () => form.reset() },
      { save: "Save", discard: "Discard", isWaiting: false },
    );
  };
  document.addEventListener("input", onEdit);
  document.addEventListener("change", onEdit);
  for (const ending of ["submit", "reset"]) {
    document.addEventListener(ending, (event) => hide(markedForm(event)));
  }
})(window.sandboxAppBridge);
