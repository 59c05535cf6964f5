import { data, redirect } from "@remix-run/node";
import type { TaskOutcome, TaskRefusal } from "#app/picking/task-outcome.ts";
import type { StoreAnswer } from "./store-answer.ts";

type Refused = Exclude<TaskRefusal, { because: "not_found" }>;

/**
 * The answer to an associate's act: back to the task when it is done (or was already), 409 with the
 * reason when somebody was faster, 422 when the form asks for the impossible. Throws 404.
 */
export function answerTaskAct(taskId: string, outcome: TaskOutcome) {
  if (outcome.ok) return redirect(`/store/tasks/${encodeURIComponent(taskId)}`);
  if (outcome.because === "not_found") throw new Response("Not found", { status: 404 });
  const answer = describeRefusal(outcome);
  return data(answer, { status: outcome.because === "invalid" ? 422 : 409 });
}

function describeRefusal(refusal: Refused): StoreAnswer {
  switch (refusal.because) {
    case "taken":
      return { message: refusal.by ? `Already taken by ${refusal.by}` : outdated };
    case "moved":
      return { message: `No longer this store's. ${refusal.reason}`.trim() };
    case "not_now":
      return { message: outdated };
    case "invalid":
      return { errors: { [refusal.field]: refusal.problem } };
  }
}

const outdated = "This changed on another device. Look again below.";
