// The frame's module runs once the page is parsed, and a quick app speaks before that. Nothing it
// says may be lost: it is kept here until the module asks for it.
(() => {
  let early = [];
  window.addEventListener("message", (event) => early?.push(event));
  /** Gives what was kept, once. */
  window.takeEarlyMessages = () => {
    const kept = early;
    early = null;
    return kept;
  };
})();
