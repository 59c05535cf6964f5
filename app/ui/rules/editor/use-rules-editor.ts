import { useFetcher } from "@remix-run/react";
import { useMemo, useRef, useState } from "react";
import type { DraftView } from "#app/rules/show-draft.server.ts";
import { lintRuleset } from "#app/rules/lint/lint-ruleset.ts";
import type { ActionAnswer } from "../../action-answer.ts";
import { useAnswerToast } from "../../use-answer-toast.ts";
import { finishRulesText } from "./finish-rules-text.ts";
import type { RuleProblems } from "./find-rule-problems.ts";
import { findRuleProblems } from "./find-rule-problems.ts";
import { isSameRules } from "./is-same-rules.ts";
import type { RulesText } from "./rules-text.ts";
import { startRulesText } from "./start-rules-text.ts";
import { useLintFacts } from "./use-lint-facts.ts";

/** The text being edited, what is wrong with it, and how to save it. */
export function useRulesEditor(view: DraftView) {
  const { draft } = view;
  const stored = useMemo(() => startRulesText(draft), [draft]);
  const [text, setText] = useState<RulesText>(stored);
  const keys = useRef(stored.nextKey);
  const finished = useMemo(() => finishRulesText(text), [text]);
  const problems = useMemo(() => findRuleProblems(finished.ruleset), [finished]);
  const rules = problems.size === 0 ? finished : null;
  const facts = useLintFacts(view.facts, rules?.ruleset ?? null);
  const findings = useMemo(
    () => (rules ? lintRuleset(rules.ruleset, facts, rules.disabled) : []),
    [rules, facts],
  );
  const isDirty = useMemo(
    () => !isSameRules(finished, finishRulesText(stored)),
    [finished, stored],
  );
  const fetcher = useFetcher<ActionAnswer>({ key: `save-${draft.draftId}` });
  useAnswerToast(fetcher.data);
  const refused = isDirty && fetcher.data?.ok === false ? fetcher.data : undefined;
  return {
    ...{ text, finished, rules, facts, findings, isDirty, refused },
    problems: withRefused(problems, refused?.errors),
    isSaving: fetcher.state !== "idle",
    change: (part: Partial<RulesText>) => setText((known) => ({ ...known, ...part })),
    discard: () => setText(stored),
    newKey: () => `row-${(keys.current += 1)}`,
    save: () =>
      void fetcher.submit(JSON.stringify({ ...finished, revision: draft.revision }), {
        method: "post",
        action: `/app/rules/drafts/${draft.draftId}/save`,
        encType: "application/json",
      }),
  };
}

/** What the server refused stands beside what the editor found itself. */
function withRefused(
  problems: RuleProblems,
  errors: Readonly<Record<string, string>> = {},
): RuleProblems {
  const refused = Object.entries(errors).map(
    ([path, message]) => [path.replace(/^ruleset\./, ""), message] as const,
  );
  return new Map([...problems, ...refused]);
}
