import type { ExceptionDetails } from "#app/exceptions/show-exception.server.ts";
import type { ExceptionDialog } from "./exception-dialogs.tsx";

const labels: Readonly<Record<ExceptionDialog, string>> = {
  route_again: "Route again",
  send_to: "Send to…",
  mark_known: "Mark as known",
  replay: "Replay",
  resolve: "Resolve",
};

/** The page's buttons in the order its queue recommends them; resolving by hand comes last. */
export function actionButtons(
  { status, actions, order }: ExceptionDetails,
  open: (dialog: ExceptionDialog) => void,
) {
  if (status === "resolved") return [];
  const possible = [...actions, "resolve"].filter(isDialog).filter((action) => {
    const actsOnOrder = action === "route_again" || action === "send_to";
    return order !== null || !actsOnOrder;
  });
  return possible.map((action) => ({ content: labels[action], onAction: () => open(action) }));
}

function isDialog(action: string): action is ExceptionDialog {
  return Object.hasOwn(labels, action);
}
