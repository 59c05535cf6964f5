import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import {
  poolSettingsForm,
  savePoolSettings,
} from "#app/inventory/pool/save-pool-settings.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = poolSettingsForm.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return data({ ok: false, errors: formErrors(form.error) }, { status: 422 });
  const outcome = await savePoolSettings(shop, form.data);
  if (!outcome.ok) throw new Response("Not found", { status: 404 });
  return data<ActionAnswer>({ ok: true, message: "Saved for the shop" });
}
