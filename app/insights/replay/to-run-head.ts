import type { ReplayRun as Row } from "#app/generated/prisma/client.ts";
import { describeSwitches } from "./describe-switches.ts";
import { readRun } from "./replay-run.ts";
import type { RunHead } from "./replay-view.ts";

/** A stored run as lists and headings show it. */
export function toRunHead(row: Row, nameOf: (locationId: string) => string): RunHead {
  const { runId, name, status, ordersDone, ordersTotal, startedBy, note, options } = readRun(row);
  return {
    ...{ runId, name, status, ordersDone, ordersTotal, startedBy, note },
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    supposed: describeSwitches(options, nameOf),
  };
}
