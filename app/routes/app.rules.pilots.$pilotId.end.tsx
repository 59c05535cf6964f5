import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import { endPilot } from "#app/insights/pilot/end-pilot.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { reasonSchema } from "#app/ui/reason-schema.ts";
import { answerPilotWrite } from "#app/ui/trials/answer-pilot-write.server.ts";

const formSchema = z.object({ reason: reasonSchema });

export async function action({ request, params: { pilotId = "" } }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) {
    return data<ActionAnswer>({ ok: false, errors: formErrors(form.error) }, 422);
  }
  const outcome = await endPilot(shop, { pilotId, ...form.data });
  return answerPilotWrite(outcome, "The pilot ended; every order goes by your rules");
}
