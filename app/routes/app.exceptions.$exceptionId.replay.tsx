import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { replayDeadLetter } from "#app/exceptions/replay-dead-letter.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";

export async function action({ request, params: { exceptionId = "" } }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const outcome = await replayDeadLetter(shop, exceptionId);
  if (!outcome.ok) throw new Response("Not found", { status: 404 });
  const message = outcome.changed ? "It is being tried again" : "It was settled already";
  return data<ActionAnswer>({ ok: true, message });
}
