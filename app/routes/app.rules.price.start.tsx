import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import type { PriceOutcome } from "#app/insights/price/start-price-run.server.ts";
import { startPriceRun } from "#app/insights/price/start-price-run.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";

const wanted = "Enter a whole number from 10 to 10,000.";
const formSchema = z.object({
  orders: z.coerce.number(wanted).int(wanted).min(10, wanted).max(10_000, wanted),
});

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) {
    return data<ActionAnswer>({ ok: false, errors: formErrors(form.error) }, 422);
  }
  const outcome = await startPriceRun(shop, form.data.orders);
  if (outcome.ok) return data<ActionAnswer>({ ok: true, message: "Working it out" });
  const { status, message } = refusals[outcome.because];
  return data<ActionAnswer>({ ok: false, message }, status);
}

type Refusal = Extract<PriceOutcome, { ok: false }>["because"];

const refusals: Readonly<Record<Refusal, { status: number; message: string }>> = {
  forbidden: { status: 403, message: "Only managers may do this." },
  not_ready: { status: 409, message: "Your starter rules are still on their way. Try again soon." },
  busy: { status: 409, message: "Three replays are under way already. Wait for one, or stop it." },
};
