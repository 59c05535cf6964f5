import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { publishFromFile } from "#app/rates/publish-from-file.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import type { FileAnswer } from "#app/ui/rates/file-answer.ts";
import { publishForm } from "#app/ui/rates/rate-forms.ts";

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = publishForm.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) {
    return data<FileAnswer>({ ok: false, errors: formErrors(form.error) }, { status: 422 });
  }
  const outcome = await publishFromFile(shop, form.data);
  if (outcome.ok) {
    return data<FileAnswer>({ ok: true, message: `Rates saved as version ${outcome.version}` });
  }
  if ("because" in outcome) throw new Response("Not found", { status: 404 });
  const { problems, problemCount } = outcome;
  return data<FileAnswer>({ ok: false, problems, problemCount }, { status: 422 });
}
