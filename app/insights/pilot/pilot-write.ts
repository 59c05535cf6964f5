/** What came of a person's act on a pilot. */
export type PilotWrite =
  | { readonly ok: true; readonly pilotId: string; readonly version?: number }
  | { readonly ok: false; readonly because: PilotRefusal };

export type PilotRefusal =
  /** Store roles only read. */
  | "forbidden"
  | "not_found"
  /** Another pilot runs: it would decide for this one's control group. */
  | "another_runs"
  /** The pilot is over already. */
  | "over"
  /** The draft was published or discarded, or is not as the pilot tried it. */
  | "draft_changed"
  | "needs_approval"
  | "stale"
  | "ends_in_past";
