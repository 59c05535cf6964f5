import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { deleteView } from "#app/inventory/saved-views.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";

export async function action({ request, params: { viewId = "" } }: ActionFunctionArgs) {
  const isGone = await deleteView(await requireAdmin(request), viewId);
  if (!isGone) throw new Response("Not found", { status: 404 });
  return data<ActionAnswer>({ ok: true, message: "View deleted" });
}
