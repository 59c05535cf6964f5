import type { Condition, Ruleset } from "#app/routing/ruleset.ts";

/** A pilot as routing needs it. */
export interface RunningPilot extends PilotScope {
  readonly pilotId: string;
  /** The rules its treatment arm is decided by; switched-off guardrails are left out. */
  readonly ruleset: Ruleset;
}

/** Which orders take part, and how many of them the pilot's rules decide. */
export interface PilotScope {
  /** Null: every order. */
  readonly scope: Condition | null;
  /** Only orders whose nearest store is one of these; empty: all. */
  readonly storeIds: readonly string[];
  /** 1 to 99 of 100. */
  readonly sharePercent: number;
}

/** `control`: decided by the rules in force; `treatment`: by the pilot's. */
export type Arm = "control" | "treatment";

/** An order's place in a pilot; it keeps it whatever becomes of the order. */
export interface PilotPlace {
  readonly pilotId: string;
  readonly arm: Arm;
}
