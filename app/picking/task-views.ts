import type { TaskStatus } from "./task-status.ts";

/** The views of the pick task list: which statuses each shows. */
export const taskViews = {
  open: ["offered", "accepted", "packed"],
  late: ["offered", "accepted"],
  offered: ["offered"],
  accepted: ["accepted"],
  packed: ["packed"],
  completed: ["completed"],
  ended: ["rejected", "recalled", "expired"],
} as const satisfies Record<string, readonly TaskStatus[]>;

export type TaskView = keyof typeof taskViews;

export const taskViewNames = Object.keys(taskViews) as TaskView[];
