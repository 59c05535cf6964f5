import type { Ruleset } from "#app/routing/ruleset.ts";
import type { DraftState } from "./draft-state.ts";

/** Rules being worked on: never in force, whatever its state, except as the version made from it. */
export interface RuleDraft {
  readonly draftId: string;
  readonly name: string;
  readonly ruleset: Ruleset;
  /** Ids of the guardrails that are switched off. */
  readonly disabled: readonly string[];
  /** The version in force when the draft was begun. */
  readonly basedOn: number;
  readonly comment: string;
  readonly state: DraftState;
  /** Grows with every change; a write names the one it saw. */
  readonly revision: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly changedBy: string;
  readonly changedAt: Date;
  /** Everyone who worked on it since it was begun. */
  readonly authors: readonly string[];
  readonly approvedBy: string;
  readonly startsAt: Date | null;
  /** Null: for good. */
  readonly endsAt: Date | null;
  readonly publishedVersion: number | null;
  /** The version that comes back when its time is over. */
  readonly returnsTo: number | null;
}
