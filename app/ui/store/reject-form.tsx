import { useFetcher } from "@remix-run/react";
import { useId } from "react";
import type { StoreTask, StoreTaskLine } from "#app/picking/show-store-task.server.ts";
import { describeUnits } from "../describe-delivery.ts";
import { FormField } from "./form-field.tsx";
import { Refusal } from "./refusal.tsx";
import type { StoreAnswer } from "./store-answer.ts";

/** `actionId`: one per showing of the page; a repeat of the same rejection is told by it. */
export type StoreTaskWithActionId = StoreTask & { readonly actionId: string };

/**
 * "Can't fulfil it?": how many of each line, and why. Everything is preselected, since most often
 * the one item there is is missing.
 */
export function RejectForm({ task }: { readonly task: StoreTaskWithActionId }) {
  const reject = useFetcher<StoreAnswer>({ key: `reject-${task.taskId}` });
  const reasonId = useId();
  const errors = reject.data?.errors;
  const lines = task.lines.filter((line) => line.units > 0);
  return (
    <details className="card">
      <summary>Something missing or damaged?</summary>
      <reject.Form method="post" action={`/store/tasks/${task.taskId}/reject`}>
        <Refusal answer={reject.data} />
        <input type="hidden" name="claim" value={task.claim} />
        <input type="hidden" name="clientActionId" value={task.actionId} />
        <p className="quiet">What you reject is sent from another location at once.</p>
        <fieldset>
          <legend>How many can you not send?</legend>
          {lines.map((line) => (
            <UnitsChoice key={line.lineItemId} line={line} />
          ))}
        </fieldset>
        {errors?.lines ? <p className="error">{errors.lines}</p> : null}
        <label htmlFor={reasonId}>Why?</label>
        <select
          id={reasonId}
          name="reasonCode"
          required
          defaultValue=""
          aria-invalid={errors?.reasonCode ? true : undefined}
        >
          <option value="" disabled>
            Choose a reason
          </option>
          {task.reasons.map((reason) => (
            <option key={reason.code} value={reason.code}>
              {reason.label}
            </option>
          ))}
        </select>
        {errors?.reasonCode ? <p className="error">{errors.reasonCode}</p> : null}
        <FormField label="Note (optional)" name="note" maxLength={255} error={errors?.note} />
        <button className="grave" type="submit" disabled={reject.state !== "idle"}>
          Reject
        </button>
      </reject.Form>
    </details>
  );
}

function UnitsChoice({ line }: { readonly line: StoreTaskLine }) {
  const id = useId();
  const choices = Array.from({ length: line.units + 1 }, (_, units) => line.units - units);
  return (
    <>
      <label htmlFor={id}>{[line.title, line.variantTitle].filter(Boolean).join(" / ")}</label>
      <select id={id} name={`units:${line.lineItemId}`} defaultValue={String(line.units)}>
        {choices.map((units) => (
          <option key={units} value={units}>
            {units === 0 ? "None: I have them all" : describeUnits(units)}
          </option>
        ))}
      </select>
    </>
  );
}
