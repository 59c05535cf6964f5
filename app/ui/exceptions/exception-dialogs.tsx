import type { ExceptionDetails } from "#app/exceptions/show-exception.server.ts";
import { RerouteDialog } from "../orders/reroute-dialog.tsx";
import { SendToDialog } from "../orders/send-to-dialog.tsx";
import { MarkKnownDialog } from "./mark-known-dialog.tsx";
import { ReplayDialog } from "./replay-dialog.tsx";
import { ResolveDialog } from "./resolve-dialog.tsx";

export type ExceptionDialog = "route_again" | "send_to" | "mark_known" | "replay" | "resolve";

interface ExceptionDialogsProps {
  readonly exception: ExceptionDetails;
  readonly open: ExceptionDialog | null;
  readonly onClose: () => void;
}

/** The dialog of the action a person chose; orders are acted on through the order's own routes. */
export function ExceptionDialogs({ exception, open, onClose }: ExceptionDialogsProps) {
  const { exceptionId, order, locations } = exception;
  if (open === "mark_known") {
    return <MarkKnownDialog exceptionIds={[exceptionId]} onClose={onClose} />;
  }
  if (open === "resolve") return <ResolveDialog exceptionId={exceptionId} onClose={onClose} />;
  if (open === "replay") return <ReplayDialog exceptionId={exceptionId} onClose={onClose} />;
  if (!order) return null;
  const target = { orderId: order.id, name: order.name, onClose };
  if (open === "route_again") return <RerouteDialog {...target} />;
  if (open === "send_to") return <SendToDialog {...target} locations={locations} />;
  return null;
}
