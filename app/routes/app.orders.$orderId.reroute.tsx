import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import { refuseAsk } from "#app/orders/refuse-ask.ts";
import { requestReroute } from "#app/orders/request-reroute.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { reasonSchema } from "#app/ui/reason-schema.ts";

const formSchema = z.object({ reason: reasonSchema });

export async function action({ request, params }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) {
    return data<ActionAnswer>({ ok: false, errors: formErrors(form.error) }, 422);
  }
  const outcome = await requestReroute(shop, params.orderId ?? "", form.data.reason);
  if (outcome.ok) return data<ActionAnswer>({ ok: true, message: "Routing again" });
  const { status, message } = refuseAsk(outcome.because);
  return data<ActionAnswer>({ ok: false, message }, status);
}
