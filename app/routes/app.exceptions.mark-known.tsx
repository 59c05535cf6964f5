import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import { markKnown } from "#app/exceptions/mark-known.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";

const formSchema = z.object({
  exceptionIds: z
    .string()
    .transform((ids) => ids.split(",").filter(Boolean))
    .pipe(z.array(z.string().max(100)).min(1, "Choose at least one exception").max(200)),
  note: z.string().trim().max(1000, "At most 1,000 characters").default(""),
});

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return data({ ok: false, errors: formErrors(form.error) }, { status: 422 });
  const { changed } = await markKnown(shop, form.data.exceptionIds, form.data.note);
  const message = changed === 1 ? "1 exception is yours" : `${changed} exceptions are yours`;
  return data<ActionAnswer>({ ok: true, message });
}
