// The title bar and the app's menu: described by elements in the app, drawn by the admin.
(function (bridge) {
  // Not a style element: the app's framework compares the document with what its server sent, and
  // would render the page anew over a node it does not know.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("ui-title-bar,ui-nav-menu,s-app-nav,ui-save-bar{display:none!important}");
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

  let buttons = [];
  let links = [];
  let told = "";

  function describeButton(element) {
    buttons.push(element);
    return {
      label: element.getAttribute("label") ?? element.textContent.trim(),
      variant: element.getAttribute("variant") ?? "secondary",
      tone: element.getAttribute("tone") ?? "default",
      disabled: element.hasAttribute("disabled"),
      loading: element.hasAttribute("loading"),
    };
  }

  function describeTitleBar() {
    const bar = [...document.querySelectorAll("ui-title-bar")].find((b) => !b.closest("ui-modal"));
    const page = document.querySelector("s-page");
    const source = bar ?? page;
    if (!source) return { title: null, buttons: [] };
    const actions = bar
      ? bar.querySelectorAll("button, a")
      : page.querySelectorAll(':scope > [slot$="action"], :scope > [slot="breadcrumb-actions"]');
    return {
      title: source.getAttribute("title") ?? source.getAttribute("heading"),
      buttons: [...actions].map(describeButton),
    };
  }

  function describeMenu() {
    const found = document.querySelectorAll("ui-nav-menu a, s-app-nav a, s-app-nav s-link");
    links = [...found];
    return links.map((link) => ({
      label: link.textContent.trim(),
      href: link.getAttribute("href") ?? "/",
      isHome: link.getAttribute("rel") === "home",
    }));
  }

  function describe() {
    buttons = [];
    const description = { titleBar: describeTitleBar(), menu: describeMenu() };
    const text = JSON.stringify(description);
    if (text === told) return;
    told = text;
    bridge.tell("chrome", description);
  }

  bridge.on("press-button", (index) => buttons[index]?.click());
  bridge.on("press-link", (index) => links[index] && bridge.navigateBy(links[index]));

  let isScheduled = false;
  new MutationObserver(() => {
    if (isScheduled) return;
    isScheduled = true;
    requestAnimationFrame(() => {
      isScheduled = false;
      describe();
    });
  }).observe(document, { attributes: true, characterData: true, childList: true, subtree: true });
  document.addEventListener("DOMContentLoaded", describe);
})(window.sandboxAppBridge);
