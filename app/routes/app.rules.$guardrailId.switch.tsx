import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import type { ToggleOutcome, ToggleRefusal } from "#app/rules/toggle-guardrail.server.ts";
import { toggleGuardrail } from "#app/rules/toggle-guardrail.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";

const formSchema = z.object({
  on: z.enum(["true", "false"]).transform((on) => on === "true"),
  version: z.coerce.number().int().min(1),
});

export async function action({ request, params }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) {
    return data<ActionAnswer>({ ok: false, errors: formErrors(form.error) }, 422);
  }
  const guardrailId = params.guardrailId ?? "";
  return answer(await toggleGuardrail(shop, { guardrailId, ...form.data }));
}

function answer(outcome: ToggleOutcome) {
  if (outcome.ok) {
    const message = `Version ${outcome.version} of your rules is in force`;
    return data<ActionAnswer>({ ok: true, message });
  }
  const { status, message } = refusals[outcome.because];
  return data<ActionAnswer>({ ok: false, message }, status);
}

const refusals: Readonly<Record<ToggleRefusal, { status: number; message: string }>> = {
  stale: {
    status: 409,
    message: "Somebody changed the rules meanwhile. Close this and look again.",
  },
  not_found: { status: 404, message: "This guardrail is not part of your rules any more." },
  needs_approval: {
    status: 409,
    message: "Your shop has every change approved. Change it in a draft and ask for approval.",
  },
  forbidden: { status: 403, message: "Only managers may change rules." },
};
