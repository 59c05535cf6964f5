import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import { refuseAsk } from "#app/orders/refuse-ask.ts";
import { sendToLocation } from "#app/orders/send-to-location.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { reasonSchema } from "#app/ui/reason-schema.ts";

const formSchema = z.object({
  locationId: z.string().min(1, "Choose a location").max(255),
  reason: reasonSchema,
});

export async function action({ request, params }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) {
    return data<ActionAnswer>({ ok: false, errors: formErrors(form.error) }, 422);
  }
  const { locationId, reason } = form.data;
  const outcome = await sendToLocation(shop, params.orderId ?? "", locationId, reason);
  if (outcome.ok) return data<ActionAnswer>({ ok: true, message: "On its way there" });
  const { status, message, field } = refuseAsk(outcome.because);
  const errors = field ? { [field]: message } : {};
  return data<ActionAnswer>({ ok: false, message, errors }, status);
}
