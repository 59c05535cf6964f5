import type { QueuedTask, StoreQueue } from "#app/picking/show-store-queue.server.ts";
import { TaskCard } from "./task-card.tsx";

interface TaskGroupsProps {
  readonly queue: StoreQueue;
  readonly nowMs: number;
}

const groups: readonly { readonly status: QueuedTask["status"]; readonly heading: string }[] = [
  { status: "offered", heading: "To accept" },
  { status: "accepted", heading: "Being picked" },
  { status: "packed", heading: "Packed" },
];

/** The queue by what is to be done next, nearest deadline first within each. */
export function TaskGroups({ queue, nowMs }: TaskGroupsProps) {
  const { tasks, total } = queue;
  if (tasks.length === 0) return <NothingToDo />;
  return (
    <>
      {groups.map((group) => (
        <TaskGroup key={group.status} {...group} queue={queue} nowMs={nowMs} />
      ))}
      {total > tasks.length ? (
        <p className="quiet">
          The {tasks.length} most urgent of {total} tasks are shown.
        </p>
      ) : null}
    </>
  );
}

interface TaskGroupProps extends TaskGroupsProps {
  readonly status: QueuedTask["status"];
  readonly heading: string;
}

function TaskGroup({ status, heading, queue, nowMs }: TaskGroupProps) {
  const tasks = queue.tasks.filter((task) => task.status === status);
  if (tasks.length === 0) return null;
  return (
    <section aria-label={heading}>
      <h2>
        {heading} ({tasks.length})
      </h2>
      <ul>
        {tasks.map((task) => (
          <TaskCard key={task.taskId} task={task} associate={queue.associate} nowMs={nowMs} />
        ))}
      </ul>
    </section>
  );
}

function NothingToDo() {
  return (
    <div className="empty">
      <h2>Nothing to pick</h2>
      <p className="quiet">New orders appear here by themselves. Keep this page open.</p>
    </div>
  );
}
