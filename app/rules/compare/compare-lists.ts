import type { Change } from "./change.ts";
import { findKept } from "./find-kept.ts";

export interface NamedSentence {
  readonly id: string;
  readonly sentence: string;
}

type Rules = readonly NamedSentence[];

/** Changes between two ordered lists of rules: first what is as it now stands, then what is gone. */
export function compareLists(noun: string, before: Rules, after: Rules): Change[] {
  const moved = findMoved(before, after);
  const present = after.flatMap((rule, at) => {
    const subject = `${noun} “${rule.id}”`;
    const old = before.find(({ id }) => id === rule.id);
    if (!old) return [{ kind: "added", subject, after: rule.sentence } as const];
    return [
      ...(old.sentence === rule.sentence ? [] : [describeEdit(subject, old, rule)]),
      ...(moved.has(rule.id) ? [describeMove(subject, rule.id, before, at)] : []),
    ];
  });
  const gone = before.filter(({ id }) => !after.some((rule) => rule.id === id));
  const removed = gone.map(({ id, sentence }) => {
    return { kind: "removed", subject: `${noun} “${id}”`, before: sentence } as const;
  });
  return [...present, ...removed];
}

/** The fewest rules that must have been moved to bring the common ones into their new order. */
function findMoved(before: Rules, after: Rules): Set<string> {
  const places = new Map(before.map(({ id }, at) => [id, at]));
  const common = after.flatMap(({ id }) => (places.has(id) ? [id] : []));
  const kept = new Set(findKept(common.map((id) => places.get(id)!)));
  return new Set(common.filter((id) => !kept.has(places.get(id)!)));
}

function describeEdit(subject: string, before: NamedSentence, after: NamedSentence): Change {
  return { kind: "changed", subject, before: before.sentence, after: after.sentence };
}

function describeMove(subject: string, id: string, before: Rules, at: number): Change {
  const was = before.findIndex((rule) => rule.id === id);
  return { kind: "moved", subject, before: describePlace(was), after: describePlace(at) };
}

function describePlace(at: number): string {
  return `In place ${at + 1}.`;
}
