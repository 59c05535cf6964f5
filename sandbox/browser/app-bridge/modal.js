// Modals. The real ones are drawn by the admin over everything; these are drawn over the app's frame.
(function (bridge) {
  const WIDTHS = { small: "24rem", base: "38rem", large: "60rem", max: "100vw" };
  const TEMPLATE = `
    <style>
      dialog { border: 0; border-radius: 12px; padding: 0; width: min(var(--width), 94vw);
        font: 14px/1.4 Inter, system-ui, sans-serif; box-shadow: 0 20px 60px rgb(0 0 0 / 30%); }
      dialog::backdrop { background: rgb(0 0 0 / 45%); }
      header, footer { display: flex; gap: 8px; align-items: center; padding: 12px 16px; background: #f3f3f3; }
      h2 { flex: 1; margin: 0; font-size: 14px; font-weight: 650; }
      footer { justify-content: flex-end; background: #fff; border-top: 1px solid #e3e3e3; }
      footer:empty { display: none; }
      button { font: inherit; font-weight: 600; border: 1px solid #d0d0d0; border-radius: 8px;
        background: #fff; padding: 4px 12px; cursor: pointer; }
      button[data-variant="primary"] { background: #303030; border-color: #303030; color: #fff; }
      button[data-tone="critical"] { background: #c70a24; border-color: #c70a24; color: #fff; }
      button:disabled { opacity: .5; cursor: default; }
      iframe { border: 0; width: 100%; height: 60vh; }
    </style>
    <dialog aria-labelledby="title">
      <header><h2 id="title"></h2><button type="button" data-close aria-label="Close">✕</button></header>
      <div><slot></slot></div><footer></footer>
    </dialog>`;

  // Custom elements can only be classes.
  class ModalElement extends HTMLElement {
    constructor() {
      super();
      this.attachShadow({ mode: "open" }).innerHTML = TEMPLATE;
      this.shadowRoot.querySelector("[data-close]").addEventListener("click", () => this.hide());
      this.dialog.addEventListener("close", () => this.dispatchEvent(new CustomEvent("hide")));
    }
    get dialog() {
      return this.shadowRoot.querySelector("dialog");
    }
    /** Where frameworks put content made later. It lies in the page, whose styles it needs. */
    get content() {
      this.container ??= this.appendChild(document.createElement("div"));
      return this.container;
    }
    connectedCallback() {
      if (this.hasAttribute("open")) queueMicrotask(() => void this.show());
    }
    show() {
      const bar = this.querySelector("ui-title-bar");
      this.shadowRoot.querySelector("h2").textContent = bar?.getAttribute("title") ?? "";
      this.dialog.style.setProperty("--width", WIDTHS[this.getAttribute("variant")] ?? WIDTHS.base);
      this.shadowRoot
        .querySelector("footer")
        .replaceChildren(
          ...[...(bar?.querySelectorAll("button") ?? [])].reverse().map(mirrorButton),
        );
      if (this.hasAttribute("src")) this.showSource(this.getAttribute("src"));
      if (!this.dialog.open) this.dialog.showModal();
      this.dispatchEvent(new CustomEvent("show"));
      return Promise.resolve();
    }
    showSource(address) {
      const frame = document.createElement("iframe");
      frame.src = address;
      this.shadowRoot.querySelector("slot").replaceWith(frame);
    }
    hide() {
      if (this.dialog.open) this.dialog.close();
      return Promise.resolve();
    }
    toggle() {
      return this.dialog.open ? this.hide() : this.show();
    }
  }

  function mirrorButton(original) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = original.textContent;
    button.disabled = original.hasAttribute("disabled");
    button.dataset.variant = original.getAttribute("variant") ?? "secondary";
    button.dataset.tone = original.getAttribute("tone") ?? "default";
    button.addEventListener("click", () => original.click());
    return button;
  }

  if (!customElements.get("ui-modal")) customElements.define("ui-modal", ModalElement);

  const modalById = (id) => {
    const element = document.getElementById(id);
    if (!(element instanceof ModalElement)) throw new Error(`App Bridge: no ui-modal "${id}".`);
    return element;
  };
  bridge.modal = {
    show: async (id) => modalById(id).show(),
    hide: async (id) => modalById(id).hide(),
    toggle: async (id) => modalById(id).toggle(),
  };
})(window.sandboxAppBridge);
