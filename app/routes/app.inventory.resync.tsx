import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import { startResync } from "#app/inventory/start-resync.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";

const formSchema = z.object({ inventoryItemId: z.string().min(1).max(100).nullable().catch(null) });

const messages = {
  item: "Read from Shopify again",
  everything: "Comparing everything with Shopify",
} as const;

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const { inventoryItemId } = formSchema.parse(Object.fromEntries(await request.formData()));
  const outcome = await startResync(shop, inventoryItemId);
  if (!outcome.ok) throw new Response("Not found", { status: 404 });
  return data<ActionAnswer>({ ok: true, message: messages[outcome.scope] });
}
