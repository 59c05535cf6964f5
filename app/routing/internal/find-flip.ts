import type { Flip } from "../plan.ts";
import type { Snapshot } from "../snapshot.ts";
import type { Ruling } from "./decide-order.ts";

export function findFlip(_snapshot: Snapshot, _ruling: Ruling): Flip | null {
  return null;
}
