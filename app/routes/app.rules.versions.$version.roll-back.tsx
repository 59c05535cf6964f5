import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import type { RollBackOutcome } from "#app/rules/roll-back-rules.server.ts";
import { rollBackRules } from "#app/rules/roll-back-rules.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";

const askSchema = z.object({
  version: z.coerce.number().int().min(1),
  liveVersion: z.coerce.number().int().min(1),
});

export async function action({ request, params: { version } }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = Object.fromEntries(await request.formData());
  const asked = askSchema.safeParse({ ...form, version });
  if (!asked.success) throw new Response("Not found", { status: 404 });
  return answer(await rollBackRules(shop, asked.data));
}

function answer(outcome: RollBackOutcome) {
  if (outcome.ok) {
    const message = `Version ${outcome.version} of your rules is in force`;
    return data<ActionAnswer>({ ok: true, message });
  }
  const { status, message } = refusals[outcome.because];
  return data<ActionAnswer>({ ok: false, message }, status);
}

type Refusal = Extract<RollBackOutcome, { ok: false }>["because"];

const refusals: Readonly<Record<Refusal, { status: number; message: string }>> = {
  stale: {
    status: 409,
    message: "Somebody changed the rules meanwhile. Reload the page to see them.",
  },
  not_found: { status: 404, message: "There is no such earlier version." },
  forbidden: { status: 403, message: "Only managers may change rules." },
};
