import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { setSplitPenalty } from "#app/rates/set-split-penalty.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { splitPenaltyForm } from "#app/ui/rates/rate-forms.ts";

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = splitPenaltyForm.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) {
    return data<ActionAnswer>({ ok: false, errors: formErrors(form.error) }, { status: 422 });
  }
  const outcome = await setSplitPenalty(shop, form.data.splitPenalty);
  if (!outcome.ok) throw new Response("Not found", { status: 404 });
  return data<ActionAnswer>({ ok: true, message: "Split penalty saved" });
}
