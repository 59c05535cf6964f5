import { data } from "@remix-run/node";
import type { TaskOutcome } from "#app/picking/task-outcome.ts";
import type { ActionAnswer } from "../action-answer.ts";

/** Tells a manager what became of taking a task back; throws 404 for an unknown one. */
export function answerTakeBack(outcome: TaskOutcome) {
  if (outcome.ok) {
    return data<ActionAnswer>({
      ok: true,
      message: "Taken back. The order is being routed again.",
    });
  }
  if (outcome.because === "not_found") throw new Response("Not found", { status: 404 });
  const message = "This task has ended already. Close this and look at the list again.";
  return data<ActionAnswer>({ ok: false, message }, { status: 409 });
}
