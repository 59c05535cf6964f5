import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import { scheduleDraft } from "#app/rules/schedule-draft.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { answerDraftWrite } from "#app/ui/rules/answer-draft-write.server.ts";

const minute = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, "Choose a date and a time");
const formSchema = z.object({
  revision: z.coerce.number().int().min(1),
  starts: minute,
  ends: z.union([z.literal("").transform(() => null), minute], "Choose a date and a time"),
});

export async function action({ request, params: { draftId = "" } }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) {
    return data<ActionAnswer>({ ok: false, errors: formErrors(form.error) }, 422);
  }
  const { revision, starts, ends } = form.data;
  const outcome = await scheduleDraft(shop, { draftId, revision }, { starts, ends });
  return answerDraftWrite(outcome, "On the calendar");
}
