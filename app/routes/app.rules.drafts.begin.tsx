import type { ActionFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import { startDraft } from "#app/rules/start-draft.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { readJson } from "#app/ui/read-json.ts";
import { draftComment, draftName } from "#app/ui/rules/draft-schema.ts";
import { rulesetSchema } from "#app/ui/rules/ruleset-schema.ts";

const beginSchema = z.object({
  name: draftName,
  comment: draftComment.default(""),
  /** The version to begin from; null: the one in force. Rules sent along take its place. */
  version: z.number().int().min(1).nullable().default(null),
  ruleset: rulesetSchema.optional(),
});

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const asked = beginSchema.safeParse(await readJson(request));
  if (!asked.success) {
    return data<ActionAnswer>({ ok: false, errors: formErrors(asked.error) }, 422);
  }
  const { name, comment, version, ruleset } = asked.data;
  const source = ruleset ? { ruleset, disabled: [] } : { version };
  const outcome = await startDraft(shop, { name, comment, source });
  if (outcome.ok) return redirect(`/app/rules/drafts/${outcome.draftId}`);
  if (outcome.because === "not_found") throw new Response("Not found", { status: 404 });
  return data<ActionAnswer>({ ok: false, message: "Only managers may change rules." }, 403);
}
