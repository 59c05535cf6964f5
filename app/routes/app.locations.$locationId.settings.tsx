import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { locationSettings } from "#app/locations/location-settings.ts";
import { updateLocation } from "#app/locations/update-location.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { readJson } from "#app/ui/read-json.ts";

export async function action({ request, params: { locationId = "" } }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const settings = locationSettings.safeParse(await readJson(request));
  if (!settings.success) {
    return data({ ok: false, errors: formErrors(settings.error) }, { status: 422 });
  }
  const outcome = await updateLocation(shop, locationId, settings.data);
  if (!outcome.ok) throw new Response("Not found", { status: 404 });
  return data<ActionAnswer>({ ok: true, message: "Settings saved" });
}
