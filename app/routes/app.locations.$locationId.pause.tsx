import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { pauseLocation } from "#app/locations/pause-location.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { pauseForm } from "#app/ui/locations/pause-form.server.ts";

export async function action({ request, params: { locationId = "" } }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = pauseForm(shop.clock.now()).safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return data({ ok: false, errors: formErrors(form.error) }, { status: 422 });
  const outcome = await pauseLocation(shop, locationId, form.data);
  if (!outcome.ok) throw new Response("Not found", { status: 404 });
  return data<ActionAnswer>({ ok: true, message: "Paused: it gets no new orders" });
}
