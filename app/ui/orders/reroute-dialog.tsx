import { useFetcher } from "@remix-run/react";
import type { ActionAnswer } from "../action-answer.ts";
import { ReasonDialog } from "../reason-dialog.tsx";

interface RerouteDialogProps {
  readonly orderId: string;
  readonly name: string;
  readonly onClose: () => void;
}

/** Asks for a fresh decision, with a reason. */
export function RerouteDialog({ orderId, name, onClose }: RerouteDialogProps) {
  const fetcher = useFetcher<ActionAnswer>({ key: `reroute-${orderId}` });
  return (
    <ReasonDialog
      fetcher={fetcher}
      action={`/app/orders/${orderId}/reroute`}
      title={`Route ${name} again?`}
      explanation="Backroom decides again with the stock and the rules of this moment. What a store has already accepted stays with that store."
      label="Reason"
      field="reason"
      submit="Route again"
      onClose={onClose}
    />
  );
}
