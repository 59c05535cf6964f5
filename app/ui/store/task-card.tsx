import { Link, useFetcher } from "@remix-run/react";
import type { QueuedTask } from "#app/picking/show-store-queue.server.ts";
import { describeDelivery, describeUnits } from "../describe-delivery.ts";
import { DeadlineChip } from "./deadline-chip.tsx";
import { Refusal } from "./refusal.tsx";
import type { StoreAnswer } from "./store-answer.ts";

interface TaskCardProps {
  readonly task: QueuedTask;
  /** Who looks at the queue. */
  readonly associate: string;
  readonly nowMs: number;
}

/** One task of the queue: what, how much, until when; accepted in one tap. */
export function TaskCard({ task, associate, nowMs }: TaskCardProps) {
  const accept = useFetcher<StoreAnswer>({ key: `accept-${task.taskId}` });
  const address = `/store/tasks/${task.taskId}`;
  return (
    <li className="card">
      <div className="row apart">
        <Link to={address} className="order">
          {task.orderName}
        </Link>
        {task.status === "packed" ? null : (
          <DeadlineChip deadlineAt={task.deadlineAt} nowMs={nowMs} />
        )}
      </div>
      <p className="quiet">
        {describeUnits(task.units)} · {describeDelivery(task.deliveryMethod)}
        {task.acceptedBy ? ` · ${task.acceptedBy}` : ""}
      </p>
      <FirstLines task={task} />
      <Refusal answer={accept.data} />
      {task.status === "offered" ? (
        <accept.Form method="post" action={`${address}/accept`}>
          <button className="main" type="submit" disabled={accept.state !== "idle"}>
            {accept.state === "idle" ? "Accept" : "Accepting…"}
            <span className="hidden"> order {task.orderName}</span>
          </button>
        </accept.Form>
      ) : (
        <Link to={address} className="button main">
          {task.status === "accepted" && task.acceptedBy === associate ? "Continue" : "Open"}
          <span className="hidden"> order {task.orderName}</span>
        </Link>
      )}
    </li>
  );
}

function FirstLines({ task }: { readonly task: QueuedTask }) {
  return (
    <ul className="lines">
      {task.lines.map((line, index) => (
        <li key={index}>
          <span className="count">{line.units} ×</span> {line.title}
        </li>
      ))}
      {task.moreLines > 0 ? <li className="quiet">and {task.moreLines} more</li> : null}
    </ul>
  );
}
