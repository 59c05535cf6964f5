import type { ExclusionCode } from "../routing/plan.ts";

const reasonWords: Readonly<Record<ExclusionCode, string>> = {
  paused: "Paused",
  no_capacity: "Has no capacity left today",
  pickup_elsewhere: "The customer collects it somewhere else",
  no_stock: "Has none to promise",
  only_from: "May not ship these items",
  never_from: "May not ship these items",
  min_available: "Would go below what it must keep",
  within_km: "Too far from the customer",
  within_promise: "Would arrive after the promised day",
  stay_in_country: "In another country than the customer",
  stay_in_province: "In another state or province than the customer",
  before_cutoff: "Past its cutoff today",
};

interface Reason {
  readonly code: string;
  /** Id of the guardrail that says so, which merchants write as words. */
  readonly rule?: string | undefined;
}

/** Why a location was left out, in short; the order's page has the long version. */
export function describeReason({ code, rule }: Reason): string {
  const words = Object.hasOwn(reasonWords, code)
    ? reasonWords[code as ExclusionCode]
    : toSentence(code);
  return rule ? `${words} (rule “${toSentence(rule)}”)` : words;
}

/** A location's verdict where no reason is given. */
export function describeVerdict(verdict: string): string {
  return verdict === "excluded" ? "Not possible" : "Could take part, but not fill it alone";
}

/** "onHandUnits", "on_hand-units" and "on hand units" all read "On hand units". */
export function toSentence(text: string): string {
  const words = text
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
