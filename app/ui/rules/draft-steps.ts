import type { DraftStep } from "#app/rules/draft-state.ts";

/** A step a person takes by its own button; writing has the save bar, starting the clock. */
export type AskedStep = Exclude<DraftStep, "edit" | "start">;

interface StepWords {
  readonly button: string;
  readonly title: string;
  readonly submit: string;
  /** The verb in the resource route's address. */
  readonly path: string;
  /** What will happen. */
  readonly explanation: string;
  readonly isDestructive?: boolean;
}

/** What each step is called and what is said before it is taken. */
export const stepWords: Readonly<Record<AskedStep, StepWords>> = {
  publish: {
    button: "Publish…",
    title: "Publish these rules?",
    submit: "Publish",
    path: "publish",
    explanation:
      "They decide every order from now on. Orders already decided keep their plans; orders that wait because nothing fitted are tried again at once.",
  },
  schedule: {
    button: "Schedule…",
    title: "Schedule these rules",
    submit: "Schedule",
    path: "schedule",
    explanation: "",
  },
  submit: {
    button: "Ask for approval…",
    title: "Ask for approval?",
    submit: "Ask for approval",
    path: "submit",
    explanation:
      "Somebody who has not worked on this draft must approve it. Until then nobody edits it.",
  },
  approve: {
    button: "Approve…",
    title: "Approve these rules?",
    submit: "Approve",
    path: "approve",
    explanation: "Then they may be published or scheduled. Your name stands beside the version.",
  },
  send_back: {
    button: "Edit again…",
    title: "Open it for editing?",
    submit: "Edit again",
    path: "send-back",
    explanation: "It becomes a draft again and needs approval anew.",
  },
  unschedule: {
    button: "Take off the calendar…",
    title: "Take it off the calendar?",
    submit: "Take it off",
    path: "unschedule",
    explanation: "It becomes a draft again; your rules stay as they are.",
  },
  end: {
    button: "End now…",
    title: "End these rules now?",
    submit: "End now",
    path: "end",
    explanation: "The rules that held before come back at once.",
  },
  discard: {
    button: "Discard…",
    title: "Discard this draft?",
    submit: "Discard draft",
    path: "discard",
    explanation: "It cannot be opened again. Your rules stay as they are.",
    isDestructive: true,
  },
};
