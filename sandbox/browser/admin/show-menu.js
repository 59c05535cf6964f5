/** Draws the app's menu under its name in the admin's. The home link is the app's name itself. */
export function showMenu(data, links, tellUnlessUnsaved) {
  const menu = document.getElementById("app-menu");
  if (!menu) return;
  const drawn = links.map((link, index) => {
    const path = new URL(link.href, data.appOrigin);
    const element = document.getElementById("app-link");
    const target = link.isHome ? element : document.createElement("a");
    target.href = `${data.basePath}${path.pathname}${path.search}`;
    if (!link.isHome) target.textContent = link.label;
    target.dataset.path = path.pathname;
    target.onclick = (event) => {
      event.preventDefault();
      tellUnlessUnsaved("press-link", index);
    };
    return link.isHome ? null : target;
  });
  menu.replaceChildren(...drawn.filter((element) => element !== null));
  markCurrent(data);
}

/** Marks the link of the page the app shows: the longest path that begins its address, or home. */
export function markCurrent(data) {
  const path = window.location.pathname.slice(data.basePath.length) || "/";
  const home = document.getElementById("app-link");
  const links = [...document.querySelectorAll("#app-menu a")];
  const matching = links.filter(
    (link) => path === link.dataset.path || path.startsWith(`${link.dataset.path}/`),
  );
  const current = matching.sort((a, b) => b.dataset.path.length - a.dataset.path.length)[0] ?? home;
  for (const link of [...links, home]) {
    if (link === current) link.setAttribute("aria-current", "page");
    else link.removeAttribute("aria-current");
  }
}
