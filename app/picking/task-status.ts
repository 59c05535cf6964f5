export type TaskStatus =
  "offered" | "accepted" | "packed" | "completed" | "rejected" | "recalled" | "expired";

export type TaskAct = "accept" | "release" | "reject" | "pack" | "complete" | "recall" | "expire";

/** The whole life of a pick task: from a status, what may happen, and where it leads. */
const transitions: Readonly<Record<TaskStatus, Readonly<Partial<Record<TaskAct, TaskStatus>>>>> = {
  offered: { accept: "accepted", reject: "rejected", recall: "recalled", expire: "expired" },
  accepted: { pack: "packed", release: "offered", reject: "rejected", recall: "recalled" },
  packed: { complete: "completed", reject: "rejected", recall: "recalled" },
  completed: {},
  rejected: {},
  recalled: {},
  expired: {},
};

/** Where an act leads from a status; undefined where it is not possible. */
export function nextStatus(status: TaskStatus, act: TaskAct): TaskStatus | undefined {
  return transitions[status][act];
}

/** Statuses in which somebody still has work to do. */
export const liveStatuses = ["offered", "accepted", "packed"] as const satisfies TaskStatus[];

/** Statuses in which an associate has the goods in hand, and Shopify is told so. */
export const startedStatuses = ["accepted", "packed"] as const satisfies TaskStatus[];

export function isLive(status: TaskStatus): boolean {
  return (liveStatuses as readonly TaskStatus[]).includes(status);
}

export function isStarted(status: TaskStatus): boolean {
  return (startedStatuses as readonly TaskStatus[]).includes(status);
}
