import { z } from "zod";
import { describeSteps } from "../rules/words/describe-steps.ts";
import { describeReason, describeVerdict, toSentence } from "./describe-verdict.ts";

/** What an exception was raised with, ready to show. */
export interface Evidence {
  /** Every location and why it could not, or could, do it. */
  readonly verdicts: readonly { readonly location: string; readonly reasons: readonly string[] }[];
  /** Everything else that is known: a name and one value, or several. */
  readonly facts: readonly { readonly name: string; readonly values: readonly string[] }[];
}

/** Names by Shopify id, for ids that evidence mentions. */
export interface EvidenceNames {
  readonly locations: ReadonlyMap<string, string>;
  readonly lines: ReadonlyMap<string, string>;
  readonly items: ReadonlyMap<string, string>;
}

const verdictsSchema = z.array(
  z.object({
    locationId: z.string(),
    verdict: z.string(),
    reasons: z.array(z.object({ code: z.string(), rule: z.string().optional() })).default([]),
  }),
);
const recordSchema = z.record(z.string(), z.unknown());

/**
 * Reads the evidence an exception carries. Each cause brings its own facts, so whatever is not a
 * decision's `locations` is shown by its name; ids are told as names, or left out where they have
 * none.
 */
export function readEvidence(evidence: unknown, names: EvidenceNames): Evidence {
  const { locations, ...rest } = recordSchema.catch({}).parse(evidence);
  const verdicts = verdictsSchema.catch([]).parse(locations);
  return {
    verdicts: verdicts.map(({ locationId, verdict, reasons }) => ({
      location: names.locations.get(locationId) ?? "Removed location",
      reasons:
        reasons.length > 0 ? [...new Set(reasons.map(describeReason))] : [describeVerdict(verdict)],
    })),
    facts: Object.entries(rest).flatMap(([key, value]) => {
      const values = (Array.isArray(value) ? value : [value])
        .map((one) => describeFact(key, one, names))
        .filter(Boolean);
      return values.length > 0 ? [{ name: nameOf(key), values }] : [];
    }),
  };
}

/** What a decision leaves behind has words of its own. */
const factNames: Readonly<Record<string, string>> = {
  relaxed: "Tried before asking you",
  unfilled: "Could not be placed",
};

const stepSchema = z.enum([
  "allow_split",
  "relax_promise",
  "below_safety_stock",
  "partial",
  "backorder",
  "hold",
  "exception",
]);
const unfilledSchema = z.object({ lineId: z.string(), quantity: z.number() });

function describeFact(key: string, value: unknown, names: EvidenceNames): string {
  const step = key === "relaxed" ? stepSchema.safeParse(value) : undefined;
  // That a person is asked is what the whole page says.
  if (step?.success)
    return step.data === "exception" ? "" : describeSteps([step.data]).map(toSentence).join();
  const unfilled = key === "unfilled" ? unfilledSchema.safeParse(value) : undefined;
  if (!unfilled?.success) return describeValue(key, value, names);
  const { lineId, quantity } = unfilled.data;
  return `${quantity} × ${names.lines.get(lineId) ?? "an item no longer on the order"}`;
}

/** "locationId" and "location" both read "Location". */
function nameOf(key: string): string {
  if (Object.hasOwn(factNames, key)) return factNames[key] ?? key;
  return toSentence(key.replace(/(Item)?Id$/, ""));
}

function describeValue(key: string, value: unknown, names: EvidenceNames): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "object") return describeRecord(recordSchema.parse(value), names);
  const text = String(value);
  if (key.endsWith("Id")) return tellId(key, text, names);
  // Codes such as "no_plan" are words to people; sentences and instants stay as they are.
  return /^[a-z]+(_[a-z]+)+$/.test(text) ? toSentence(text) : text;
}

function describeRecord(record: Readonly<Record<string, unknown>>, names: EvidenceNames): string {
  return Object.entries(record)
    .map(([key, value]) => {
      const words = describeValue(key, value, names);
      if (!words) return "";
      return key.endsWith("Id") ? words : `${nameOf(key).toLowerCase()} ${words}`;
    })
    .filter(Boolean)
    .join(", ");
}

function tellId(key: string, id: string, { locations, lines, items }: EvidenceNames): string {
  if (key === "locationId") return locations.get(id) ?? "Removed location";
  if (key === "lineId" || key === "lineItemId") return lines.get(id) ?? "";
  return key === "inventoryItemId" ? (items.get(id) ?? "") : "";
}
