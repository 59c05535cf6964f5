import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { publishDraft } from "#app/rules/publish-draft.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { answerDraftWrite } from "#app/ui/rules/answer-draft-write.server.ts";

const formSchema = z.object({
  revision: z.coerce.number().int().min(1),
  liveVersion: z.coerce.number().int().min(1),
});

export async function action({ request, params: { draftId = "" } }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response("The form names no revision", { status: 400 });
  const outcome = await publishDraft(shop, { draftId, ...form.data });
  const version = outcome.ok ? outcome.version : undefined;
  return answerDraftWrite(outcome, `Version ${version} of your rules is in force`);
}
