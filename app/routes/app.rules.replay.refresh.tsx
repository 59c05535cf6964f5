import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { refreshHistory } from "#app/insights/history/refresh-history.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  await refreshHistory(shop);
  return data<ActionAnswer>({ ok: true, message: "Past orders are being read from Shopify" });
}
