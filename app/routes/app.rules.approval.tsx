import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import { setRuleApproval } from "#app/rules/set-rule-approval.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";

const formSchema = z.object({
  required: z.enum(["true", "false"]).transform((required) => required === "true"),
});

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) {
    return data<ActionAnswer>({ ok: false, errors: formErrors(form.error) }, 422);
  }
  const outcome = await setRuleApproval(shop, form.data.required);
  if (!outcome.ok) {
    return data<ActionAnswer>({ ok: false, message: "Only the owner may change this." }, 403);
  }
  return data<ActionAnswer>({ ok: true, message: "Saved" });
}
