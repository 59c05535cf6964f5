import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { applySettings } from "#app/inventory/import/apply-settings.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";

export async function action({ request, params: { importId = "" } }: ActionFunctionArgs) {
  const outcome = await applySettings(await requireAdmin(request), importId);
  if (outcome.ok) return data<ActionAnswer>({ ok: true, message: `${outcome.changed} changed` });
  if (outcome.because === "not_found") throw new Response("Not found", { status: 404 });
  const message =
    "Settings were changed since this file was checked, or it was applied already. Nothing was changed: check the file again.";
  return data<ActionAnswer>({ ok: false, message }, { status: 409 });
}
