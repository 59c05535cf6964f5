import { createContext, useContext } from "react";
import type { LintFacts } from "#app/rules/lint/lint-facts.ts";
import type { Finding } from "#app/rules/lint/finding.ts";
import type { RuleWords } from "#app/rules/words/rule-words.ts";
import type { Choice, ChoiceList } from "./field-input.ts";
import type { RuleProblems } from "./find-rule-problems.ts";

/** What every row of the editor needs besides its own text. */
export interface EditorAids {
  readonly words: RuleWords;
  /** Values the shop already uses, by field. */
  readonly suggestions: (field: string) => readonly string[];
  readonly choices: (list: ChoiceList) => readonly Choice[];
  readonly problems: RuleProblems;
  readonly findings: readonly Finding[];
  readonly facts: LintFacts;
  /** A key no row has had yet. */
  readonly newKey: () => string;
  /** Says something to people who do not see the screen. */
  readonly announce: (message: string) => void;
}

export const EditorContext = createContext<EditorAids | null>(null);

/** The aids of the editor around this component. */
export function useEditorAids(): EditorAids {
  const aids = useContext(EditorContext);
  if (!aids) throw new Error("There is no rules editor around this component.");
  return aids;
}
