import { z } from "zod";
import type { ExclusionCode } from "../routing/plan.ts";

/** What an exception was raised with, ready to show. */
export interface Evidence {
  /** Every location and why it could not, or could, do it. */
  readonly verdicts: readonly { readonly location: string; readonly reasons: readonly string[] }[];
  /** Everything else that is known, name and value. */
  readonly facts: readonly { readonly name: string; readonly value: string }[];
}

const verdictSchema = z.object({
  locationId: z.string(),
  verdict: z.string(),
  reasons: z.array(z.object({ code: z.string(), rule: z.string().optional() })).default([]),
});

/**
 * Reads the evidence an exception carries. Each cause brings its own facts, so whatever is not a
 * list of verdicts is shown by its name. `names`: location names by id.
 */
export function readEvidence(evidence: unknown, names: ReadonlyMap<string, string>): Evidence {
  const { verdicts, ...rest } = z.record(z.string(), z.unknown()).catch({}).parse(evidence);
  return {
    verdicts: z
      .array(verdictSchema)
      .catch([])
      .parse(verdicts)
      .map(({ locationId, verdict, reasons }) => ({
        location: names.get(locationId) ?? "Removed location",
        reasons: reasons.length > 0 ? reasons.map(describeReason) : [describeVerdict(verdict)],
      })),
    facts: Object.entries(rest).flatMap(([name, value]) => describeFact(name, value, names)),
  };
}

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
};

function describeReason({ code, rule }: { code: string; rule?: string | undefined }): string {
  const words = reasonWords[code as ExclusionCode] ?? sentence(code);
  return rule ? `${words} (rule “${sentence(rule)}”)` : words;
}

function describeVerdict(verdict: string): string {
  return verdict === "excluded" ? "Not possible" : "Could take part, but not fill it alone";
}

function describeFact(name: string, value: unknown, names: ReadonlyMap<string, string>) {
  if (value === null || value === undefined || value === "") return [];
  const label = sentence(name.replace(/Id$/, ""));
  if (name === "locationId")
    return [{ name: label, value: names.get(String(value)) ?? String(value) }];
  return [
    { name: label, value: typeof value === "object" ? JSON.stringify(value) : String(value) },
  ];
}

/** "onHandUnits" and "on_hand-units" both read "On hand units". */
function sentence(text: string): string {
  const words = text
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[_-]+/g, " ")
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
