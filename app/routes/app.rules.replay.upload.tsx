import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import type { UploadAnswer } from "#app/insights/history/upload-orders.server.ts";
import { uploadOrders } from "#app/insights/history/upload-orders.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const file = (await request.formData()).get("file");
  if (!(file instanceof Blob)) {
    const problems = [{ line: null, message: "Choose a file." }];
    return data<UploadAnswer>({ ok: false, problems, problemCount: 1 }, 422);
  }
  const answer = await uploadOrders(shop, file);
  return data<UploadAnswer>(answer, answer.ok ? 200 : 422);
}
