import type { ActionFunctionArgs } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { z } from "zod";
import { startShadow } from "#app/insights/shadow/start-shadow.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { refuseShadowWrite } from "#app/ui/trials/answer-shadow-write.server.ts";

const formSchema = z.object({ draftId: z.string().min(1).max(64) });

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response("The form names no draft", { status: 400 });
  const outcome = await startShadow(shop, form.data);
  if (!outcome.ok) return refuseShadowWrite(outcome.because);
  return redirect(`/app/rules/shadow/${outcome.shadowId}`);
}
