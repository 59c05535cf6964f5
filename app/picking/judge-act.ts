import type { Actor } from "../shop-context.ts";
import type { TaskRefusal } from "./task-outcome.ts";
import type { TaskAct, TaskStatus } from "./task-status.ts";
import { isLive, nextStatus } from "./task-status.ts";

export interface JudgedTask {
  readonly status: string;
  readonly claim: number;
  readonly acceptedBy: string | null;
  readonly acceptedAt: Date | null;
  readonly endedAt: Date | null;
  readonly endedReason: string;
}

export interface ActRequest {
  readonly act: TaskAct;
  /** The claim the person's screen showed. */
  readonly claim?: number;
  /** Accept what somebody else accepted; their claim dies. */
  readonly takeOver?: boolean;
}

export type Judgement =
  | { readonly kind: "go"; readonly next: TaskStatus }
  | { readonly kind: "done_before" }
  | { readonly kind: "refused"; readonly refusal: TaskRefusal };

/**
 * Whether an act may happen to a task now. The order of questions matters: an act whose effect is
 * there already is a repeat and harmless; then the task must still be the store's; then the person
 * must hold the claim.
 */
export function judgeAct(task: JudgedTask, actor: Actor, request: ActRequest): Judgement {
  const status = task.status as TaskStatus;
  if (isRepeat(task, status, actor, request)) return { kind: "done_before" };
  if (!isLive(status)) return refuse(describeEnd(task, status));
  const next =
    request.act === "accept" ? nextAfterAccept(status, request) : nextStatus(status, request.act);
  if (!holdsClaim(task, status, actor, request)) return refuse(describeHolder(task));
  return next ? { kind: "go", next } : refuse({ ok: false, because: "not_now", status });
}

function refuse(refusal: TaskRefusal): Judgement {
  return { kind: "refused", refusal };
}

/** The statuses in which an act's effect is there already. */
const doneIn: Readonly<Record<TaskAct, readonly TaskStatus[]>> = {
  accept: ["accepted", "packed", "completed"],
  release: ["offered"],
  pack: ["packed", "completed"],
  complete: ["completed"],
  reject: ["rejected"],
  recall: ["recalled"],
  expire: ["expired"],
};

/** Queued actions of a phone without signal arrive late and twice. */
function isRepeat(
  task: JudgedTask,
  status: TaskStatus,
  actor: Actor,
  { act }: ActRequest,
): boolean {
  const isTheirs = act !== "accept" || task.acceptedBy === actor.name;
  return isTheirs && doneIn[act].includes(status);
}

function nextAfterAccept(status: TaskStatus, { takeOver }: ActRequest): TaskStatus | undefined {
  return status === "accepted" && takeOver ? "accepted" : nextStatus(status, "accept");
}

/** An outdated screen may never act; what a colleague picks is theirs; a packed parcel is the store's. */
function holdsClaim(
  task: JudgedTask,
  status: TaskStatus,
  actor: Actor,
  { act, claim, takeOver }: ActRequest,
): boolean {
  if (act === "accept" && takeOver) return true;
  if (claim !== undefined && claim !== task.claim) return false;
  if (status !== "accepted" || task.acceptedBy === actor.name) return true;
  return actor.role === "system" || actor.role === "owner" || actor.role === "manager";
}

function describeHolder(task: JudgedTask): TaskRefusal {
  return { ok: false, because: "taken", by: task.acceptedBy ?? "", at: task.acceptedAt };
}

function describeEnd(task: JudgedTask, status: TaskStatus): TaskRefusal {
  const { endedAt, endedReason } = task;
  return { ok: false, because: "moved", status, reason: endedReason, at: endedAt };
}
