import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { answerWithCsv } from "#app/csv/answer-with-csv.ts";
import { readCardFile } from "#app/rates/read-card-file.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";

const versionSchema = z.coerce.number().int().min(1).max(1_000_000).catch(0);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  const file = await readCardFile(shop, versionSchema.parse(params.version));
  if (!file) throw new Response("Not found", { status: 404 });
  return answerWithCsv(file.filename, file.header, file.batches);
}
