import fc from "fast-check";
import { expect, test } from "vitest";
import type { JudgedTask } from "#app/picking/judge-act.ts";
import { judgeAct } from "#app/picking/judge-act.ts";
import type { TaskAct, TaskStatus } from "#app/picking/task-status.ts";
import { isLive, nextStatus } from "#app/picking/task-status.ts";
import type { Actor } from "#app/shop-context.ts";

const seed = 20261121;
const statuses: readonly TaskStatus[] = [
  "offered",
  "accepted",
  "packed",
  "completed",
  "rejected",
  "recalled",
  "expired",
];
const acts: readonly TaskAct[] = [
  "accept",
  "release",
  "reject",
  "pack",
  "complete",
  "recall",
  "expire",
];
const ana: Actor = { role: "associate", name: "Ana", locationId: "10" };
const ben: Actor = { role: "associate", name: "Ben", locationId: "10" };
const manager: Actor = { role: "manager", name: "Maya" };

function task(status: TaskStatus, change: Partial<JudgedTask> = {}): JudgedTask {
  const isTaken = status !== "offered";
  return {
    status,
    claim: isTaken ? 1 : 0,
    acceptedBy: isTaken ? "Ana" : null,
    acceptedAt: isTaken ? new Date("2026-11-21T15:00:00Z") : null,
    endedAt: null,
    endedReason: "",
    ...change,
  };
}

test("an ended task never comes back to life", () => {
  for (const status of statuses.filter((one) => !isLive(one))) {
    for (const act of acts) expect(nextStatus(status, act), `${act} ${status}`).toBeUndefined();
  }
});

test("whatever is done in whatever order, a task walks the table and repeats change nothing", () => {
  const step = fc.record({
    act: fc.constantFrom(...acts),
    actor: fc.constantFrom(ana, ben, manager),
    claim: fc.option(fc.nat(3), { nil: undefined }),
    takeOver: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let now = task("offered");
      for (const { act, actor, claim, takeOver } of steps) {
        const request = { act, takeOver, ...(claim === undefined ? {} : { claim }) };
        const judged = judgeAct(now, actor, request);
        if (judged.kind !== "go") continue;
        expect(isLive(now.status as TaskStatus)).toBe(true);
        if (claim !== undefined && !(act === "accept" && takeOver)) expect(claim).toBe(now.claim);
        const took = act === "accept" ? { acceptedBy: actor.name, claim: now.claim + 1 } : {};
        const gave = act === "release" ? { acceptedBy: null, claim: now.claim + 1 } : {};
        now = { ...now, status: judged.next, ...took, ...gave };
        const again = judgeAct(now, actor, { act, claim: now.claim });
        expect(again.kind, `${act} again`).toBe("done_before");
      }
    }),
    { seed, numRuns: 500 },
  );
});

test.each([
  ["a colleague accepts what Ana accepted", "accepted", ben, { act: "accept" }, "taken"],
  [
    "a colleague takes it over on purpose",
    "accepted",
    ben,
    { act: "accept", takeOver: true },
    "go",
  ],
  ["a colleague packs what Ana accepted", "accepted", ben, { act: "pack" }, "taken"],
  [
    "Ana packs with the claim of yesterday's screen",
    "accepted",
    ana,
    { act: "pack", claim: 0 },
    "taken",
  ],
  [
    "a colleague packs it with the claim on the screen",
    "accepted",
    ben,
    { act: "pack", claim: 1 },
    "taken",
  ],
  ["a colleague hands over what Ana packed", "packed", ben, { act: "complete", claim: 1 }, "go"],
  ["Ana packs with her claim", "accepted", ana, { act: "pack", claim: 1 }, "go"],
  ["Ana accepts again", "accepted", ana, { act: "accept" }, "done_before"],
  ["a late accept of a packed task by Ana", "packed", ana, { act: "accept" }, "done_before"],
  ["packing before accepting", "offered", ana, { act: "pack" }, "not_now"],
  ["handing over before packing", "accepted", ana, { act: "complete" }, "not_now"],
  ["anything on a recalled task", "recalled", ana, { act: "pack" }, "moved"],
  ["a manager recalls without a claim", "accepted", manager, { act: "recall" }, "go"],
  [
    "the sweep expires an accepted task",
    "accepted",
    { role: "system", name: "backroom" },
    { act: "expire" },
    "not_now",
  ],
] as const)("%s", (_what, status, actor, request, expected) => {
  const judged = judgeAct(task(status), actor, request);
  expect(judged.kind === "refused" ? judged.refusal.because : judged.kind).toBe(expected);
});
