/** Where a draft stands. `running`: rules of limited time that hold now; `ended`: their time is over. */
export type DraftState =
  "draft" | "waiting" | "approved" | "scheduled" | "running" | "published" | "ended" | "discarded";

export type DraftStep =
  | "edit"
  | "submit"
  | "approve"
  | "send_back"
  | "schedule"
  | "unschedule"
  | "publish"
  | "start"
  | "end"
  | "discard";

/** What may happen to a draft; whatever is not here is refused. */
const transitions: Readonly<Record<DraftState, Partial<Record<DraftStep, DraftState>>>> = {
  draft: {
    edit: "draft",
    submit: "waiting",
    publish: "published",
    schedule: "scheduled",
    discard: "discarded",
  },
  waiting: { approve: "approved", send_back: "draft", discard: "discarded" },
  approved: {
    publish: "published",
    schedule: "scheduled",
    send_back: "draft",
    discard: "discarded",
  },
  // Taken off the calendar it may be edited, so an approval it had is void.
  scheduled: { publish: "published", unschedule: "draft", start: "running", end: "ended" },
  running: { end: "ended" },
  published: {},
  ended: {},
  discarded: {},
};

/** The state after a step, or null where the step is not possible. */
export function nextDraftState(state: DraftState, step: DraftStep): DraftState | null {
  return transitions[state][step] ?? null;
}

/** The steps open to a draft, in the order people take them. */
export function openDraftSteps(state: DraftState): readonly DraftStep[] {
  return Object.keys(transitions[state]) as DraftStep[];
}

/** Drafts nobody has finished with. */
export const openDraftStates: readonly DraftState[] = [
  "draft",
  "waiting",
  "approved",
  "scheduled",
  "running",
];
