import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { groupForm } from "#app/inventory/pool/group-form.ts";
import { saveGroup } from "#app/inventory/pool/save-group.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { readJson } from "#app/ui/read-json.ts";

/** The group called "new" is one being made. */
export async function action({ request, params: { groupId = "" } }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = groupForm.safeParse(await readJson(request));
  if (!form.success) return data({ ok: false, errors: formErrors(form.error) }, { status: 422 });
  const outcome = await saveGroup(shop, groupId === "new" ? null : groupId, form.data);
  if (outcome.ok) return data<ActionAnswer>({ ok: true, message: "Group saved" });
  if (outcome.because === "not_found") throw new Response("Not found", { status: 404 });
  const errors = { name: "Another group has this name." };
  return data<ActionAnswer>({ ok: false, errors }, { status: 422 });
}
