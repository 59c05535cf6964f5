import { escapeHtml } from "../http/escape-html.ts";

/** A status as a coloured word. */
export function renderBadge(status: string): string {
  return `<span class="badge ${status}">${escapeHtml(status.replaceAll("_", " "))}</span>`;
}
