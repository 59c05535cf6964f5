import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import { saveView } from "#app/inventory/saved-views.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";

const formSchema = z.object({
  name: z.string().trim().min(1, "Give the view a name.").max(60, "At most 60 characters."),
  query: z.string().max(1_000),
});

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return data({ ok: false, errors: formErrors(form.error) }, { status: 422 });
  const outcome = await saveView(shop, { page: "inventory", ...form.data });
  if (!outcome.ok) {
    const errors = { name: "You have 30 views already: delete one first." };
    return data<ActionAnswer>({ ok: false, errors }, { status: 422 });
  }
  return data<ActionAnswer>({ ok: true, message: "View saved" });
}
