import { useFetcher } from "@remix-run/react";
import type { StoreTask } from "#app/picking/show-store-task.server.ts";
import { FormField } from "./form-field.tsx";
import { Refusal } from "./refusal.tsx";
import type { StoreAnswer } from "./store-answer.ts";
import { TrackingFields } from "./tracking-fields.tsx";

/** The next step of a task in hand: mark it packed, or ready for the customer to collect. */
export function PackForm({ task }: { readonly task: StoreTask }) {
  const pack = useFetcher<StoreAnswer>({ key: `pack-${task.taskId}` });
  const collected = task.deliveryMethod === "pickup";
  return (
    <pack.Form method="post" action={`/store/tasks/${task.taskId}/pack`} className="card">
      <h2>{collected ? "All picked?" : "Packed?"}</h2>
      <Refusal answer={pack.data} />
      <input type="hidden" name="claim" value={task.claim} />
      {collected ? (
        <p className="quiet">The customer is told that the order can be collected.</p>
      ) : (
        <TrackingFields errors={pack.data?.errors} />
      )}
      <button className="main" type="submit" disabled={pack.state !== "idle"}>
        {collected ? "Ready for pickup" : "Mark packed"}
      </button>
    </pack.Form>
  );
}

/** The last step: the customer or the carrier has it. Shopify then shows it as fulfilled. */
export function HandOverForm({ task }: { readonly task: StoreTask }) {
  const complete = useFetcher<StoreAnswer>({ key: `complete-${task.taskId}` });
  const collected = task.deliveryMethod === "pickup";
  const errors = complete.data?.errors;
  return (
    <complete.Form method="post" action={`/store/tasks/${task.taskId}/complete`} className="card">
      <h2>{collected ? "Handing it over?" : "Has it left?"}</h2>
      <Refusal answer={complete.data} />
      <input type="hidden" name="claim" value={task.claim} />
      {collected || task.tracking ? null : <TrackingFields errors={errors} />}
      {task.deliveryMethod === "shipping" ? null : (
        <FormField
          label="Handed to (name)"
          name="handedTo"
          error={errors?.handedTo}
          maxLength={100}
        />
      )}
      <button className="main" type="submit" disabled={complete.state !== "idle"}>
        {collected ? "Handed over" : "It has left"}
      </button>
    </complete.Form>
  );
}
