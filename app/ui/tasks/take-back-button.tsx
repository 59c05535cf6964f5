import { useFetcher } from "@remix-run/react";
import { Button } from "@shopify/polaris";
import { useState } from "react";
import type { PickTaskRow } from "#app/picking/list-pick-tasks.server.ts";
import type { ActionAnswer } from "../action-answer.ts";
import { ReasonDialog } from "../reason-dialog.tsx";

/** Takes a task away from a store, with a reason, so that its order is routed again. */
export function TakeBackButton({ task }: { readonly task: PickTaskRow }) {
  const [open, setOpen] = useState(false);
  if (task.endedAt) return null;
  return (
    <>
      <Button
        size="slim"
        onClick={() => setOpen(true)}
        accessibilityLabel={`Take back ${task.orderName} from ${task.locationName}`}
      >
        Take back
      </Button>
      {open ? <TakeBackDialog task={task} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function TakeBackDialog({ task, onClose }: { readonly task: PickTaskRow; onClose: () => void }) {
  const fetcher = useFetcher<ActionAnswer>({ key: `take-back-${task.taskId}` });
  return (
    <ReasonDialog
      fetcher={fetcher}
      action={`/app/tasks/${task.taskId}/take-back`}
      title={`Take back ${task.orderName}?`}
      explanation={`${task.locationName} loses this task at once, and Backroom routes the order again, elsewhere if it can.`}
      label="Reason"
      field="reason"
      submit="Take back"
      destructive
      onClose={onClose}
    />
  );
}
