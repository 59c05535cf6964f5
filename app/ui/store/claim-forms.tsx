import { useFetcher } from "@remix-run/react";
import type { StoreTask } from "#app/picking/show-store-task.server.ts";
import { Refusal } from "./refusal.tsx";
import type { StoreAnswer } from "./store-answer.ts";

/** Takes a task on offer. */
export function AcceptForm({ task }: { readonly task: StoreTask }) {
  return <ClaimForm task={task} act="accept" label="Accept" className="main" />;
}

/** Takes a task over from the colleague who has it; their screen can act no more. */
export function TakeOverForm({ task }: { readonly task: StoreTask }) {
  return (
    <ClaimForm task={task} act="accept" takeOver label={`Take over from ${task.acceptedBy}`} />
  );
}

/** Gives an accepted task back to the store's queue. */
export function ReleaseForm({ task }: { readonly task: StoreTask }) {
  return <ClaimForm task={task} act="release" label="Put it back in the queue" />;
}

interface ClaimFormProps {
  readonly task: StoreTask;
  readonly act: "accept" | "release";
  readonly label: string;
  readonly takeOver?: boolean;
  readonly className?: string;
}

function ClaimForm({ task, act, label, takeOver, className }: ClaimFormProps) {
  const fetcher = useFetcher<StoreAnswer>({ key: `${act}-${task.taskId}` });
  return (
    <fetcher.Form method="post" action={`/store/tasks/${task.taskId}/${act}`}>
      <Refusal answer={fetcher.data} />
      {takeOver ? <input type="hidden" name="takeOver" value="yes" /> : null}
      <button className={className} type="submit" disabled={fetcher.state !== "idle"}>
        {fetcher.state === "idle" ? label : "One moment…"}
      </button>
    </fetcher.Form>
  );
}
