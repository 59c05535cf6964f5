import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import type { EstimateAnswer } from "#app/rates/estimate-shipping.server.ts";
import { estimateShipping } from "#app/rates/estimate-shipping.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { estimateForm } from "#app/ui/rates/rate-forms.ts";

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = estimateForm.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) {
    return data<EstimateAnswer>({ ok: false, errors: formErrors(form.error) }, { status: 422 });
  }
  const answer = await estimateShipping(shop, form.data);
  return data<EstimateAnswer>(answer, { status: answer.ok ? 200 : 422 });
}
