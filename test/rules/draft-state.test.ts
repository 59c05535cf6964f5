import { describe, expect, test } from "vitest";
import type { DraftState, DraftStep } from "#app/rules/draft-state.ts";
import { nextDraftState, openDraftStates, openDraftSteps } from "#app/rules/draft-state.ts";

const states: readonly DraftState[] = [...openDraftStates, "published", "ended", "discarded"];

describe("a draft's states", () => {
  test("lead from writing to publishing, by approval or without", () => {
    const walk = (...steps: DraftStep[]) =>
      steps.reduce<DraftState | null>(
        (state, step) => state && nextDraftState(state, step),
        "draft",
      );
    expect(walk("edit", "publish")).toBe("published");
    expect(walk("submit", "approve", "publish")).toBe("published");
    expect(walk("submit", "send_back", "edit")).toBe("draft");
    expect(walk("schedule", "start", "end")).toBe("ended");
    expect(walk("schedule", "unschedule", "edit")).toBe("draft");
  });

  test("end where nothing more may happen", () => {
    expect(states.filter((state) => openDraftSteps(state).length === 0)).toEqual([
      "published",
      "ended",
      "discarded",
    ]);
  });

  test("let nobody edit what waits, is approved or holds", () => {
    const editable = states.filter((state) => nextDraftState(state, "edit") !== null);
    expect(editable).toEqual(["draft"]);
  });

  test("let nothing be approved that was not asked to be", () => {
    expect(states.filter((state) => nextDraftState(state, "approve") !== null)).toEqual([
      "waiting",
    ]);
  });
});
