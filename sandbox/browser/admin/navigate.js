import { markCurrent } from "./show-menu.js";

const ADMIN = /^(?:shopify:\/*admin|https:\/\/admin\.shopify\.com\/store\/[^/]+)/i;

/** Shows the app's path behind the admin's own, so that a reload comes back to the same page. */
export function showPath(data, path) {
  if (data.basePath === null) return;
  window.history.replaceState(null, "", `${data.basePath}${path}`);
  markCurrent(data);
}

/** Opens an address of the admin, or of the app outside its frame, where the app asked for it. */
export function openAddress(data, { address, target }) {
  const url = ADMIN.test(address)
    ? `/admin/store/${data.shopHandle}${address.replace(ADMIN, "") || "/orders"}`
    : address;
  if (target === "_blank") window.open(url, "_blank");
  else window.location.assign(url);
}
