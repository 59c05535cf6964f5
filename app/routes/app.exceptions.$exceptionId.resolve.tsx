import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import { resolveException } from "#app/exceptions/resolve-exception.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";

const formSchema = z.object({
  note: z.string().trim().min(1, "Say what you did, for whoever looks next").max(1000),
});

export async function action({ request, params: { exceptionId = "" } }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return data({ ok: false, errors: formErrors(form.error) }, { status: 422 });
  const outcome = await resolveException(shop, exceptionId, form.data.note);
  if (!outcome.ok) throw new Response("Not found", { status: 404 });
  const message = outcome.changed ? "Resolved" : "It was resolved already";
  return data<ActionAnswer>({ ok: true, message });
}
