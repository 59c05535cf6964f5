import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import { startResync } from "#app/inventory/start-resync.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";

const id = z.string().min(1).max(100);
const formSchema = z.union([
  z.object({ inventoryItemId: id }).transform((form) => ({ kind: "item" as const, ...form })),
  z.object({ locationId: id }).transform((form) => ({ kind: "location" as const, ...form })),
  z.object({}).transform(() => ({ kind: "everything" as const })),
]);

const messages = {
  item: "Read from Shopify again",
  location: "Comparing this location with Shopify",
  everything: "Comparing everything with Shopify",
} as const;

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const outcome = await startResync(
    shop,
    formSchema.parse(Object.fromEntries(await request.formData())),
  );
  if (!outcome.ok) throw new Response("Not found", { status: 404 });
  return data<ActionAnswer>({ ok: true, message: messages[outcome.scope] });
}
