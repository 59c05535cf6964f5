import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import { moveGroup } from "#app/inventory/pool/move-group.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";

const formSchema = z.object({ direction: z.enum(["up", "down"]) });

export async function action({ request, params: { groupId = "" } }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const { direction } = formSchema.parse(Object.fromEntries(await request.formData()));
  const outcome = await moveGroup(shop, groupId, direction);
  if (!outcome.ok) throw new Response("Not found", { status: 404 });
  return data<ActionAnswer>({ ok: true, message: "Order of groups saved" });
}
