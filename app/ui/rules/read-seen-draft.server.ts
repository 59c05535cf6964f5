import { z } from "zod";
import type { SeenDraft } from "#app/rules/draft-write.ts";

const formSchema = z.object({ revision: z.coerce.number().int().min(1) });

/** The draft of the address at the revision the form names; a form without one is no page of ours. */
export async function readSeenDraft(request: Request, draftId = ""): Promise<SeenDraft> {
  const form = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response("The form names no revision", { status: 400 });
  return { draftId, revision: form.data.revision };
}
