import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerWithCsv } from "#app/csv/answer-with-csv.ts";
import { exportStock, stockExportHeader } from "#app/inventory/export-stock.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { stockQuery } from "#app/ui/inventory/stock-query.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  const filter = stockQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  return answerWithCsv("inventory.csv", stockExportHeader, exportStock(shop, filter));
}
