import type { ActionFunctionArgs } from "@remix-run/node";
import { sendBackDraft } from "#app/rules/send-back-draft.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { answerDraftWrite } from "#app/ui/rules/answer-draft-write.server.ts";
import { readSeenDraft } from "#app/ui/rules/read-seen-draft.server.ts";

export async function action({ request, params }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const seen = await readSeenDraft(request, params.draftId);
  return answerDraftWrite(await sendBackDraft(shop, seen), "Open for editing again");
}
