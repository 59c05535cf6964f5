import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { deleteGroup } from "#app/inventory/pool/delete-group.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";

export async function action({ request, params: { groupId = "" } }: ActionFunctionArgs) {
  const outcome = await deleteGroup(await requireAdmin(request), groupId);
  if (!outcome.ok) throw new Response("Not found", { status: 404 });
  return data<ActionAnswer>({ ok: true, message: "Group deleted" });
}
