import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { lookAheadForm } from "#app/shops/look-ahead-settings.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { updateLookAhead } from "#app/shops/update-look-ahead.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { readJson } from "#app/ui/read-json.ts";

const refusals = {
  forbidden: [403, "Only owners and managers change this."],
  stale: [409, "Someone changed these settings meanwhile. Reload to see them."],
} as const;

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = lookAheadForm.safeParse(await readJson(request));
  if (!form.success) {
    return data<ActionAnswer>({ ok: false, errors: formErrors(form.error) }, { status: 422 });
  }
  const { seen, ...settings } = form.data;
  const outcome = await updateLookAhead(shop, settings, seen);
  if (outcome.ok) return data<ActionAnswer>({ ok: true, message: "Settings saved" });
  const [status, message] = refusals[outcome.because];
  return data<ActionAnswer>({ ok: false, message }, { status });
}
