import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import { saveDraft } from "#app/rules/save-draft.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { readJson } from "#app/ui/read-json.ts";
import { answerDraftWrite } from "#app/ui/rules/answer-draft-write.server.ts";
import { draftName, draftComment } from "#app/ui/rules/draft-schema.ts";
import { rulesetSchema } from "#app/ui/rules/ruleset-schema.ts";

const draftSchema = z.object({
  revision: z.number().int().min(1),
  name: draftName,
  comment: draftComment,
  ruleset: rulesetSchema,
  disabled: z.array(z.string()),
});

export async function action({ request, params: { draftId = "" } }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const draft = draftSchema.safeParse(await readJson(request));
  if (!draft.success) {
    return data<ActionAnswer>({ ok: false, errors: formErrors(draft.error) }, 422);
  }
  const { revision, ...text } = draft.data;
  return answerDraftWrite(await saveDraft(shop, { draftId, revision }, text), "Draft saved");
}
