/** `error`: some orders can never ship; `warning`: a rule does not do what it says; `hint`: look again. */
export type Severity = "error" | "warning" | "hint";

export type FindingCode =
  | "empty_set"
  | "impossible_condition"
  | "contradiction"
  | "blocks_pickup"
  | "shadowed_lane"
  | "redundant_guardrail"
  | "overlapping_lanes"
  | "no_last_lane"
  | "never_matched"
  | "unknown_location"
  | "unknown_group"
  | "unused_value"
  | "after_final_step"
  | "step_without_effect"
  | "too_many_to_explain";

/** One thing the merchant should look at before publishing. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  /** Where in the ruleset: "guardrails[2].when.itemTags", "whenNothingFits[1]", "" for the whole set. */
  readonly path: string;
  /** What is wrong and what to do about it, in the merchant's words. */
  readonly message: string;
  /** Ids of the guardrails and lanes it is about. */
  readonly ruleIds: readonly string[];
}
