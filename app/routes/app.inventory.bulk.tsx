import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { changeShelves, shelvesForm } from "#app/inventory/change-shelves.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { readJson } from "#app/ui/read-json.ts";

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = shelvesForm.safeParse(await readJson(request));
  if (!form.success) return data({ ok: false, errors: formErrors(form.error) }, { status: 422 });
  const outcome = await changeShelves(shop, form.data);
  if (!outcome.ok) throw new Response("Not found", { status: 404 });
  const rows = outcome.changed === 1 ? "row" : "rows";
  return data<ActionAnswer>({ ok: true, message: `${outcome.changed} ${rows} changed` });
}
