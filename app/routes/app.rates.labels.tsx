import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { importLabelCosts } from "#app/rates/import-label-costs.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import type { FileAnswer } from "#app/ui/rates/file-answer.ts";
import { labelsForm } from "#app/ui/rates/rate-forms.ts";

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = labelsForm.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) {
    return data<FileAnswer>({ ok: false, errors: formErrors(form.error) }, { status: 422 });
  }
  const outcome = await importLabelCosts(shop, form.data.file);
  if (outcome.ok) {
    const message = `${outcome.matched} of ${outcome.rows} labels matched to parcels`;
    return data<FileAnswer>({ ok: true, message });
  }
  if ("because" in outcome) throw new Response("Not found", { status: 404 });
  const { problems, problemCount } = outcome;
  return data<FileAnswer>({ ok: false, problems, problemCount }, { status: 422 });
}
