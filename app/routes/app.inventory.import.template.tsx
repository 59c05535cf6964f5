import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerWithCsv } from "#app/csv/answer-with-csv.ts";
import { exportSettings } from "#app/inventory/import/export-settings.server.ts";
import { settingsColumns } from "#app/inventory/import/settings-file.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  return answerWithCsv("pool-settings.csv", settingsColumns, exportSettings(shop));
}
