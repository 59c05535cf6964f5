import type { Condition } from "#app/routing/ruleset.ts";
import type { ConditionKey, Span } from "./condition-keys.ts";
import { asksItems, listAlternatives } from "./condition-keys.ts";
import { conditionKey } from "./lint-facts.ts";

type Keys = readonly ConditionKey[];

/**
 * True only when every order that fits the first condition certainly fits the second. Each way to fit
 * the first must hold, key by key, all that some way to fit the second asks. Sound, not complete.
 */
export function fitImplies(first: Condition | undefined, second: Condition | undefined): boolean {
  const ways = listAlternatives(second);
  return listAlternatives(first).every((keys) => ways.some((way) => keysImply(keys, way)));
}

/**
 * As `fitImplies`, and every line the first condition selects in such an order, the second selects too.
 * One line bears all that is asked of items, so comparing key by key is enough, unless any key may fit.
 */
export function linesImply(first: Condition | undefined, second: Condition | undefined): boolean {
  const isAnyOfItems = [first, second].some((one) => one?.match === "any" && asksItems(one));
  if (isAnyOfItems) return conditionKey(first) === conditionKey(second);
  return fitImplies(first, second);
}

/** True only when no order can fit both conditions. */
export function areDisjoint(first: Condition | undefined, second: Condition | undefined): boolean {
  const others = listAlternatives(second);
  return listAlternatives(first).every((keys) =>
    others.every((other) => keysExclude([...keys, ...other])),
  );
}

/** True only when no order can fit the condition, as with "at least 100" and "at most 50". */
export function isImpossible(condition: Condition | undefined): boolean {
  return listAlternatives(condition).every(keysExclude);
}

/** True when both conditions ask the same thing and agree on part of it: "US or CA", "CA or MX". */
export function sharesPart(first: Condition | undefined, second: Condition | undefined): boolean {
  const ours = listAlternatives(first).flat();
  const theirs = listAlternatives(second).flat();
  return ours.some((key) => theirs.some((other) => key.name === other.name));
}

export function keysImply(keys: Keys, asked: Keys): boolean {
  return asked.every((one) => keys.some((key) => keyImplies(key, one)));
}

/** True when two of the keys (or one alone) cannot hold at once. */
export function keysExclude(keys: Keys): boolean {
  return keys.some(
    (key, at) => isEmpty(key) || keys.slice(at + 1).some((one) => excludes(key, one)),
  );
}

function isEmpty(key: ConditionKey): boolean {
  return key.kind === "range" && key.least > key.most;
}

function keyImplies(key: ConditionKey, asked: ConditionKey): boolean {
  if (key.name !== asked.name) return false;
  switch (key.kind) {
    case "values":
      return key.values.every((value) => valuesOf(asked).includes(value));
    case "prefixes":
      return key.values.every((value) => valuesOf(asked).some((one) => value.startsWith(one)));
    case "range":
      return asked.kind === "range" && key.least >= asked.least && key.most <= asked.most;
    case "times":
      return asked.kind === "times" && key.spans.every((span) => isWithin(span, asked.spans));
  }
}

function excludes(key: ConditionKey, other: ConditionKey): boolean {
  if (key.name !== other.name) return false;
  switch (key.kind) {
    case "values":
      return key.isSingle && !key.values.some((value) => valuesOf(other).includes(value));
    case "prefixes":
      return !key.values.some((value) => valuesOf(other).some((one) => startsAlike(value, one)));
    case "range":
      return other.kind === "range" && (key.least > other.most || other.least > key.most);
    case "times":
      return other.kind === "times" && !key.spans.some((span) => meetsAny(span, other.spans));
  }
}

function valuesOf(key: ConditionKey): readonly string[] {
  return key.kind === "values" || key.kind === "prefixes" ? key.values : [];
}

function startsAlike(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

/** A span lies within one of the spans, or within two that meet. */
function isWithin([from, to]: Span, spans: readonly Span[]): boolean {
  const reach = [...spans]
    .sort(([a], [b]) => a - b)
    .reduce((covered, [start, end]) => (start <= covered ? Math.max(covered, end) : covered), from);
  return reach >= to;
}

function meetsAny([from, to]: Span, spans: readonly Span[]): boolean {
  return spans.some(([start, end]) => from < end && start < to);
}
