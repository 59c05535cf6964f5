import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import type { CancelOutcome } from "#app/insights/replay/cancel-run.server.ts";
import { cancelRun } from "#app/insights/replay/cancel-run.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";

export async function action({ request, params }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const outcome = await cancelRun(shop, params.runId ?? "");
  const { status, ...answer } = answers[outcome];
  return data<ActionAnswer>(answer, status);
}

const answers: Readonly<Record<CancelOutcome, ActionAnswer & { readonly status: number }>> = {
  cancelled: { ok: true, message: "Stopped", status: 200 },
  over: { ok: false, message: "It has ended already.", status: 409 },
  not_found: { ok: false, message: "There is no such replay.", status: 404 },
  forbidden: { ok: false, message: "Only managers may stop it.", status: 403 },
};
