import type { LoaderFunctionArgs } from "@remix-run/node";
import { answerWithCsv } from "#app/csv/answer-with-csv.ts";
import { exportReplay } from "#app/insights/replay/export-replay.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  const file = await exportReplay(shop, params.runId ?? "");
  if (!file) throw new Response("No such replay", { status: 404 });
  return answerWithCsv(file.filename, file.header, file.batches);
}
