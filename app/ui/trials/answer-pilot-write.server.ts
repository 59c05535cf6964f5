import { data } from "@remix-run/node";
import type { PilotRefusal, PilotWrite } from "#app/insights/pilot/pilot-write.ts";
import type { ActionAnswer } from "../action-answer.ts";

/** An act on a pilot, answered: what was done, or which refusal with its status. Throws 404. */
export function answerPilotWrite(outcome: PilotWrite, message: string) {
  if (outcome.ok) return data<ActionAnswer>({ ok: true, message });
  if (outcome.because === "not_found") throw new Response("Not found", { status: 404 });
  const { status, ...refused } = refusals[outcome.because];
  return data<ActionAnswer>({ ok: false, ...refused }, status);
}

type Refused = Omit<Extract<ActionAnswer, { ok: false }>, "ok"> & { readonly status: number };

const refusals: Readonly<Record<Exclude<PilotRefusal, "not_found">, Refused>> = {
  forbidden: { status: 403, message: "Only managers may try rules." },
  another_runs: { status: 409, message: "Another pilot runs. End it first." },
  over: { status: 409, message: "This pilot is over. Reload the page to see how it ended." },
  draft_changed: {
    status: 409,
    message:
      "The draft is no longer as this pilot tried it. Publish it on its own page, or pilot it again.",
  },
  needs_approval: {
    status: 409,
    message: "Your shop has every change approved by a second person. Ask for approval first.",
  },
  stale: {
    status: 409,
    message: "Your rules were changed meanwhile. Reload the page to see what holds now.",
  },
  ends_in_past: { status: 422, errors: { endsOn: "Choose today or a later day" } },
};
