import type { TaskStatus } from "./task-status.ts";

/** What became of an act on a pick task. `changed` is false for a repeat: nothing was done twice. */
export type TaskOutcome = TaskDone | TaskRefusal;

export interface TaskDone {
  readonly ok: true;
  readonly changed: boolean;
  readonly status: TaskStatus;
  /** To be sent with the next act on this task. */
  readonly claim: number;
}

export type TaskRefusal =
  /** Unknown, or another location's: the same to whoever asks. */
  | { readonly ok: false; readonly because: "not_found" }
  /** Somebody else holds it. `by` is empty when the screen is merely out of date. */
  | { readonly ok: false; readonly because: "taken"; readonly by: string; readonly at: Date | null }
  /** It ended: rejected, recalled, expired or completed. */
  | {
      readonly ok: false;
      readonly because: "moved";
      readonly status: TaskStatus;
      readonly reason: string;
      readonly at: Date | null;
    }
  /** The wrong moment, such as packing before accepting. */
  | { readonly ok: false; readonly because: "not_now"; readonly status: TaskStatus }
  /** The form asks for something impossible; `problem` is a sentence for the person. */
  | {
      readonly ok: false;
      readonly because: "invalid";
      readonly field: "reasonCode" | "lines" | "trackingNumber";
      readonly problem: string;
    };
