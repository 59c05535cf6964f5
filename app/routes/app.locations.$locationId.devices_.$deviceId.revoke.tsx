import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { revokeDevice } from "#app/picking/revoke-device.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";

export async function action({ request, params: { deviceId = "" } }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const outcome = await revokeDevice(shop, deviceId);
  if (!outcome.ok) throw new Response("Not found", { status: 404 });
  return data<ActionAnswer>({ ok: true, message: "The device is shut out" });
}
