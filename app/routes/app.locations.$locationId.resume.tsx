import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { resumeLocation } from "#app/locations/resume-location.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";

export async function action({ request, params: { locationId = "" } }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const outcome = await resumeLocation(shop, locationId);
  if (!outcome.ok) throw new Response("Not found", { status: 404 });
  return data<ActionAnswer>({ ok: true, message: "Back in the pool" });
}
