import { useFetcher } from "@remix-run/react";
import type { ActionAnswer } from "../action-answer.ts";
import { ReasonDialog } from "../reason-dialog.tsx";

interface MarkKnownDialogProps {
  readonly exceptionIds: readonly string[];
  readonly onClose: () => void;
  readonly onDone?: () => void;
}

/** Takes exceptions upon oneself: they stay open, and colleagues see who is on them. */
export function MarkKnownDialog({ exceptionIds, onClose, onDone }: MarkKnownDialogProps) {
  const fetcher = useFetcher<ActionAnswer>({ key: "mark-known" });
  const several = exceptionIds.length > 1;
  const close = () => {
    if (fetcher.data?.ok) onDone?.();
    onClose();
  };
  return (
    <ReasonDialog
      fetcher={fetcher}
      action="/app/exceptions/mark-known"
      title={several ? `Mark ${exceptionIds.length} exceptions as known?` : "Mark as known?"}
      explanation="Your name is put on it, so that nobody else starts on the same thing. It stays open and still settles itself when what it waits for happens."
      label="Note (optional)"
      field="note"
      submit="Mark as known"
      more={{ exceptionIds: exceptionIds.join(",") }}
      onClose={close}
    />
  );
}
