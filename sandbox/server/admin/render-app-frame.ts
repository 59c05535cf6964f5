import type { ShopState } from "#sandbox/shop/state.ts";
import type { StaffMember } from "../app/staff.ts";
import { handleOf } from "../find-shop.ts";
import { escapeHtml } from "../http/escape-html.ts";
import type { Sandbox } from "../sandbox.ts";

export interface AppFrame {
  readonly shop: ShopState;
  readonly staff: StaffMember;
  /** Where the iframe starts. */
  readonly address: string;
  /** The admin's path of the app, which the app's own path is appended to; null keeps it still. */
  readonly basePath: string | null;
}

/** The app's title bar, save bar and iframe, and what the frame's script must know. */
export function renderAppFrame(sandbox: Sandbox, frame: AppFrame): string {
  const data = {
    appName: sandbox.app.name,
    appOrigin: sandbox.origins.tunnel,
    basePath: frame.basePath,
    shop: frame.shop.domain,
    shopHandle: handleOf(frame.shop),
    user: { id: frame.staff.id, email: frame.staff.email, name: fullName(frame.staff) },
  };
  return `<div class="title-bar" id="title-bar">
  <span class="app-icon" aria-hidden="true">B</span>
  <h1 id="app-title">${escapeHtml(sandbox.app.name)}</h1>
  <div class="title-actions" id="title-actions"></div>
</div>
<div class="save-bar" id="save-bar" role="region" aria-label="Unsaved changes" hidden>
  <span>Unsaved changes</span>
  <button type="button" data-press="discard">Discard</button>
  <button type="button" data-press="save" class="primary">Save</button>
</div>
<div class="loading-bar" id="loading-bar" hidden></div>
<script src="/sandbox/browser/admin/keep-early-messages.js"></script>
<iframe id="app-frame" title="${escapeHtml(sandbox.app.name)}" src="${escapeHtml(frame.address)}"></iframe>
<div class="toasts" id="toasts" role="status"></div>
<dialog class="picker" id="picker"></dialog>
<script type="application/json" id="frame-data">${JSON.stringify(data).replaceAll("<", "\\u003c")}</script>
<script type="module" src="/sandbox/browser/admin/frame.js"></script>`;
}

function fullName(staff: StaffMember): string {
  return `${staff.firstName} ${staff.lastName}`;
}
