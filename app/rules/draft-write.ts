import type { RuleDraft } from "./rule-draft.ts";

/** The draft as the person saw it. */
export interface SeenDraft {
  readonly draftId: string;
  readonly revision: number;
}

export type DraftRefusal =
  /** Store roles read rules only. */
  | "forbidden"
  | "not_found"
  /** The draft, or the rules in force, changed after the person's page was read. */
  | "stale"
  /** The draft is past this step, or not yet there. */
  | "wrong_state"
  /** The shop wants a second person's approval first. */
  | "needs_approval"
  /** Nobody approves what they wrote. */
  | "own_work"
  /** Other scheduled rules hold at that time. */
  | "overlap"
  | "starts_in_past"
  | "ends_before_start"
  /** The minute does not exist on the shop's clock. */
  | "no_such_start"
  | "no_such_end";

export type DraftWrite =
  | {
      readonly ok: true;
      readonly revision: number;
      readonly state: RuleDraft["state"];
      /** The rule version this step published, if it did. */
      readonly version?: number;
    }
  | { readonly ok: false; readonly because: DraftRefusal };
