import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { stopShadow } from "#app/insights/shadow/stop-shadow.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { refuseShadowWrite } from "#app/ui/trials/answer-shadow-write.server.ts";

export async function action({ request, params: { shadowId = "" } }: ActionFunctionArgs) {
  const outcome = await stopShadow(await requireAdmin(request), { shadowId });
  if (!outcome.ok) return refuseShadowWrite(outcome.because);
  return data<ActionAnswer>({ ok: true, message: "The draft no longer decides in the shadow" });
}
