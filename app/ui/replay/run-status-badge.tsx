import { Badge } from "@shopify/polaris";
import type { RunHead } from "#app/insights/replay/replay-view.ts";

type Status = RunHead["status"];

const badges: Readonly<
  Record<Status, { readonly tone?: "success" | "info" | "critical"; readonly text: string }>
> = {
  waiting: { text: "Waiting" },
  running: { tone: "info", text: "Running" },
  done: { tone: "success", text: "Done" },
  failed: { tone: "critical", text: "Failed" },
  cancelled: { text: "Stopped" },
};

export function RunStatusBadge({ run }: { readonly run: { readonly status: Status } }) {
  const { tone, text } = badges[run.status];
  return <Badge {...(tone ? { tone } : {})}>{text}</Badge>;
}

/** Its figures change by themselves: the page should read them again. */
export function isUnderWay({ status }: { readonly status: Status }): boolean {
  return status === "waiting" || status === "running";
}
