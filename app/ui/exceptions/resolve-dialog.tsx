import { useFetcher } from "@remix-run/react";
import type { ActionAnswer } from "../action-answer.ts";
import { ReasonDialog } from "../reason-dialog.tsx";

interface ResolveDialogProps {
  readonly exceptionId: string;
  readonly onClose: () => void;
}

/** Declares an exception settled, with a note of how. */
export function ResolveDialog({ exceptionId, onClose }: ResolveDialogProps) {
  const fetcher = useFetcher<ActionAnswer>({ key: `resolve-${exceptionId}` });
  return (
    <ReasonDialog
      fetcher={fetcher}
      action={`/app/exceptions/${exceptionId}/resolve`}
      title="Resolve this exception?"
      explanation="Do this when you have settled it yourself, outside Backroom. The order stays as it is."
      label="What did you do?"
      field="note"
      submit="Resolve"
      onClose={onClose}
    />
  );
}
