import type { ActionFunctionArgs } from "@remix-run/node";
import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import type { StartOutcome } from "#app/insights/replay/start-replay.server.ts";
import { startReplay } from "#app/insights/replay/start-replay.server.ts";
import { usualOptions } from "#app/insights/replay/replay-options.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";

const whole = (least: number, most: number) =>
  z.coerce
    .number(`Enter a whole number from ${least} to ${most}.`)
    .int(`Enter a whole number from ${least} to ${most}.`)
    .min(least, `Enter a whole number from ${least} to ${most}.`)
    .max(most, `Enter a whole number from ${least} to ${most}.`);

const formSchema = z.object({
  draftId: z.string().max(64),
  days: whole(1, 180),
  closed: z.string().max(255),
  demandFactor: whole(1, 5),
  dearerService: z.string().max(255),
  dearerPercent: whole(0, 500),
});

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) {
    return data<ActionAnswer>({ ok: false, errors: formErrors(form.error) }, 422);
  }
  const { draftId, closed, dearerService, ...numbers } = form.data;
  const outcome = await startReplay(shop, draftId === "" ? null : draftId, {
    ...usualOptions,
    ...numbers,
    closedLocationIds: closed === "" ? [] : [closed],
    dearerService: dearerService === "" ? null : dearerService,
  });
  if (outcome.ok) return redirect(`/app/rules/replay/${outcome.runId}`);
  const { status, message } = refusals[outcome.because];
  return data<ActionAnswer>({ ok: false, message }, status);
}

type Refusal = Extract<StartOutcome, { ok: false }>["because"];

const refusals: Readonly<Record<Refusal, { status: number; message: string }>> = {
  forbidden: { status: 403, message: "Only managers may try rules." },
  not_ready: { status: 409, message: "Your starter rules are still on their way. Try again soon." },
  no_draft: { status: 404, message: "This draft is gone. Choose another one." },
  busy: { status: 409, message: "Three replays are under way already. Wait for one, or stop it." },
};
