import type { RejectionReason } from "../generated/prisma/client.ts";
import type { LockedTask } from "./lock-task.server.ts";

/** One rejection on its way through the database: which units of which lines, and why. */
export interface RejectedUnits {
  readonly task: LockedTask;
  readonly lines: readonly { readonly line: LockedTask["lines"][number]; readonly units: number }[];
  /** Nothing is left of the task. */
  readonly isWhole: boolean;
  readonly reason: RejectionReason;
  readonly note: string;
  readonly clientActionId: string;
}

/** "2 × Mug, 1 × Lamp", for sentences. */
export function describeUnits({ lines }: Pick<RejectedUnits, "lines">): string {
  return lines.map(({ line, units }) => `${units} × ${line.title || line.sku}`).join(", ");
}
