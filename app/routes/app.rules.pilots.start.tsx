import type { ActionFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { startPilot } from "#app/insights/pilot/start-pilot.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { answerPilotWrite } from "#app/ui/trials/answer-pilot-write.server.ts";
import { pilotSchema } from "#app/ui/trials/pilot-schema.ts";

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = pilotSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) {
    return data<ActionAnswer>({ ok: false, errors: formErrors(form.error) }, 422);
  }
  const outcome = await startPilot(shop, form.data);
  if (outcome.ok) return redirect(`/app/rules/pilots/${outcome.pilotId}`);
  return answerPilotWrite(outcome, "");
}
