import { joinWords } from "../words/join-words.ts";
import { areDisjoint, isImpossible, linesImply } from "./compare-conditions.ts";
import { asksItems } from "./condition-keys.ts";
import type { Finding } from "./finding.ts";
import type { LintLocation } from "./lint-facts.ts";
import type { LintInput, PlacedGuardrail } from "./lint-input.ts";
import { nameRule } from "./name-rule.ts";
import { barsLocation } from "./selects-location.ts";

/** Guardrails that together leave no location: their orders can never ship, whatever the stock. */
export function findContradictions({ guardrails, facts: { locations } }: LintInput): Finding[] {
  if (locations.length === 0) return [];
  const limits = guardrails.filter(({ rule }) => bindsPlaces(rule) && !isImpossible(rule.when));
  const certain = limits.flatMap((limit) => {
    const together = limits.filter((other) => linesImply(limit.rule.when, other.rule.when));
    return barAll(together, locations) ? [findCulprits(limit, together, locations)] : [];
  });
  const sets = dropRepeats(certain);
  return [...sets.map(describeCertain), ...findMeetings(limits, locations, sets)];
}

type Limits = readonly PlacedGuardrail[];

function bindsPlaces({ onlyFrom, neverFrom }: PlacedGuardrail["rule"]): boolean {
  return onlyFrom !== undefined || neverFrom !== undefined;
}

function barAll(limits: Limits, locations: readonly LintLocation[]): boolean {
  return locations.every((location) => limits.some(({ rule }) => barsLocation(rule, location)));
}

/** The fewest that will do: the guardrail alone, with one other, or all that hold with it. */
function findCulprits(
  limit: PlacedGuardrail,
  together: Limits,
  locations: readonly LintLocation[],
): Limits {
  if (barAll([limit], locations)) return [limit];
  const partner = together.find((other) => barAll([limit, other], locations));
  return partner ? [limit, partner] : together;
}

function dropRepeats(sets: readonly Limits[]): Limits[] {
  const byRules = new Map<string, Limits>();
  for (const set of sets) {
    const key = idsOf(set).sort().join("\n");
    if (!byRules.has(key)) byRules.set(key, set);
  }
  return [...byRules.values()];
}

/** Two that meet only in some orders: whoever orders so gets nothing. */
function findMeetings(
  limits: Limits,
  locations: readonly LintLocation[],
  known: readonly Limits[],
): Finding[] {
  const harmless = limits.filter((limit) => !known.flat().includes(limit));
  return harmless.flatMap((limit, at) =>
    harmless
      .slice(at + 1)
      .filter((other) => mayMeet(limit, other) && barAll([limit, other], locations))
      .map((other) => describeMeeting([limit, other])),
  );
}

/** Limits on different items seldom meet in one line; about those a warning would be a guess. */
function mayMeet({ rule: one }: PlacedGuardrail, { rule: other }: PlacedGuardrail): boolean {
  if (asksItems(one.when) && asksItems(other.when)) return false;
  return !areDisjoint(one.when, other.when);
}

function describeCertain(culprits: Limits): Finding {
  const [first, ...others] = culprits;
  const names = joinWords(culprits.map(({ rule }) => nameRule(rule)));
  const message =
    others.length === 0
      ? `${names} leaves no location at all, so what it is about can never ship. Allow at least one of your locations.`
      : `${names} together leave no location, so what they are about can never ship. Change one of them, or limit it to other orders.`;
  return toFinding("error", first!, culprits, message);
}

function describeMeeting(culprits: Limits): Finding {
  const names = joinWords(culprits.map(({ rule }) => nameRule(rule)));
  const message = `${names} leave no location to an order that fits both. Make an exception in one of them if there are such orders.`;
  return toFinding("warning", culprits[1]!, culprits, message);
}

function toFinding(
  severity: Finding["severity"],
  { path }: PlacedGuardrail,
  culprits: Limits,
  message: string,
): Finding {
  return { code: "contradiction", severity, path, message, ruleIds: idsOf(culprits) };
}

function idsOf(limits: Limits): string[] {
  return limits.map(({ rule }) => rule.id);
}
