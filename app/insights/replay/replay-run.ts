import type { ReplayRun as Row } from "#app/generated/prisma/client.ts";
import type { ReplayOptions } from "./replay-options.ts";
import { replayOptionsSchema } from "./replay-options.ts";
import type { Variant } from "./replay-world.ts";

export const runKinds = ["draft", "price"] as const;
export type RunKind = (typeof runKinds)[number];

/** waiting -> running -> done | failed | cancelled; a crash leaves it running, to be gone on with. */
export const runStatuses = ["waiting", "running", "done", "failed", "cancelled"] as const;
export type RunStatus = (typeof runStatuses)[number];

/** Work is under way or to come. */
export const unfinished: readonly RunStatus[] = ["waiting", "running"];

/** A stored run with its JSON read. */
export interface ReplayRun extends Omit<Row, "kind" | "status" | "variants" | "options"> {
  readonly kind: RunKind;
  readonly status: RunStatus;
  /** The first is today's rules. */
  readonly variants: readonly Variant[];
  readonly options: ReplayOptions;
}

/** Rows are written by this folder only, so that their JSON is what was put there. */
export function readRun(row: Row): ReplayRun {
  return {
    ...row,
    kind: row.kind as RunKind,
    status: row.status as RunStatus,
    variants: row.variants as unknown as readonly Variant[],
    options: replayOptionsSchema.parse(row.options),
  };
}
