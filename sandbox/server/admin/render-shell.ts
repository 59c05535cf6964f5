import type { ShopState } from "#sandbox/shop/state.ts";
import { STAFF, type StaffMember } from "../app/staff.ts";
import { handleOf } from "../find-shop.ts";
import { escapeHtml } from "../http/escape-html.ts";
import type { Sandbox } from "../sandbox.ts";

export interface ShellPage {
  readonly title: string;
  readonly shop: ShopState;
  readonly staff: StaffMember;
  readonly section: "orders" | "app";
  readonly body: string;
}

/** The admin around a page: top bar with the signed-in person, left menu with the app's own links. */
export function renderShell(sandbox: Sandbox, page: ShellPage): string {
  const store = `/admin/store/${handleOf(page.shop)}`;
  const current = (section: string) => (section === page.section ? ' aria-current="page"' : "");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(page.title)} · ${escapeHtml(page.shop.name)}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/sandbox/browser/admin/admin.css">
</head>
<body>
<header class="top-bar">
  <a class="brand" href="${store}/orders"><span class="bag" aria-hidden="true"></span>Sandbox admin</a>
  <a class="top-link" href="/sandbox">Control page</a>
  <label class="staff">Signed in as
    <select id="staff">${STAFF.map((member) => renderStaffOption(member, page.staff)).join("")}</select>
  </label>
</header>
<div class="layout">
  <nav class="menu" aria-label="Admin">
    <p class="store-name">${escapeHtml(page.shop.name)}</p>
    <a href="${store}/orders"${current("orders")}>Orders</a>
    <p class="menu-heading">Apps</p>
    <a href="${store}/apps/${escapeHtml(sandbox.app.handle)}/" id="app-link"${current("app")}>${escapeHtml(sandbox.app.name)}</a>
    <div id="app-menu" class="sub-menu"></div>
  </nav>
  <main class="content">
${page.body}
  </main>
</div>
<script type="module" src="/sandbox/browser/admin/choose-staff.js"></script>
</body>
</html>`;
}

function renderStaffOption(member: StaffMember, signedIn: StaffMember): string {
  const selected = member.id === signedIn.id ? " selected" : "";
  return `<option value="${member.id}"${selected}>${escapeHtml(`${member.firstName} ${member.lastName}`)}</option>`;
}
