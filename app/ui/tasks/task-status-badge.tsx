import type { BadgeProps } from "@shopify/polaris";
import { Badge } from "@shopify/polaris";
import type { TaskStatus } from "#app/picking/task-status.ts";

type Look = Pick<BadgeProps, "tone" | "progress"> & { readonly label: string };

const looks: Readonly<Record<TaskStatus, Look>> = {
  offered: { label: "Not accepted yet", tone: "attention", progress: "incomplete" },
  accepted: { label: "Being picked", tone: "info", progress: "partiallyComplete" },
  packed: { label: "Packed", tone: "info", progress: "partiallyComplete" },
  completed: { label: "Done", tone: "success", progress: "complete" },
  rejected: { label: "Rejected", tone: "warning" },
  recalled: { label: "Taken back" },
  expired: { label: "Not accepted in time", tone: "warning" },
};

/** Where a pick task stands, in words first. */
export function TaskStatusBadge({ status }: { readonly status: TaskStatus }) {
  const { label, tone, progress } = looks[status];
  return (
    <Badge {...(tone ? { tone } : {})} {...(progress ? { progress } : {})}>
      {label}
    </Badge>
  );
}
