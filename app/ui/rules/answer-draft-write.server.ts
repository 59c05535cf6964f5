import { data } from "@remix-run/node";
import type { DraftRefusal, DraftWrite } from "#app/rules/draft-write.ts";
import type { ActionAnswer } from "../action-answer.ts";

type Refusal = Exclude<DraftRefusal, "not_found">;
type Refused = Extract<ActionAnswer, { ok: false }>;

/** A step of a draft, answered: what was done, or which refusal with its status. Throws 404. */
export function answerDraftWrite(outcome: DraftWrite, message: string) {
  if (outcome.ok) return data<ActionAnswer>({ ok: true, message });
  if (outcome.because === "not_found") throw new Response("Not found", { status: 404 });
  const { status, ...refused } = refusals[outcome.because];
  return data<ActionAnswer>({ ok: false, ...refused }, status);
}

const refusals: Readonly<Record<Refusal, Omit<Refused, "ok"> & { readonly status: number }>> = {
  forbidden: { status: 403, message: "Only managers may change rules." },
  stale: {
    status: 409,
    message: "Somebody changed this meanwhile. Reload the page to see what it is now.",
  },
  wrong_state: {
    status: 409,
    message: "This draft has moved on meanwhile. Reload the page to see where it stands.",
  },
  needs_approval: {
    status: 409,
    message: "Your shop has every change approved by a second person. Ask for approval first.",
  },
  own_work: { status: 409, message: "You worked on this draft: somebody else must approve it." },
  overlap: {
    status: 409,
    message: "Other scheduled rules hold at that time. Choose another time, or take those off.",
  },
  starts_in_past: { status: 422, errors: { starts: "Choose a start that is still to come" } },
  ends_before_start: { status: 422, errors: { ends: "Choose an end after the start" } },
  no_such_start: {
    status: 422,
    errors: { starts: "This time does not exist: check the date, or the clocks go forward then" },
  },
  no_such_end: {
    status: 422,
    errors: { ends: "This time does not exist: check the date, or the clocks go forward then" },
  },
};
