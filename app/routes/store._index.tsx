import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { requireDevice } from "#app/picking/require-device.server.ts";
import type { QueuedTask } from "#app/picking/show-store-queue.server.ts";
import { showStoreQueue } from "#app/picking/show-store-queue.server.ts";
import { TaskCard } from "#app/ui/store/task-card.tsx";
import { useAutoRefresh } from "#app/ui/store/use-auto-refresh.ts";
import { useNewTaskNotice } from "#app/ui/store/use-new-task-notice.ts";
import { useStoreClock } from "#app/ui/store/use-store-clock.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  return showStoreQueue(await requireDevice(request));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const waiting = data?.tasks.filter((task) => task.status === "offered").length ?? 0;
  const place = data?.locationName ?? "Backroom";
  return [{ title: waiting > 0 ? `(${waiting}) ${place}` : place }];
};

export default function StoreQueuePage() {
  const queue = useLoaderData<typeof loader>();
  const nowMs = useStoreClock(queue.now);
  const offered = useMemo(() => queue.tasks.filter(isOffered), [queue.tasks]);
  const notice = useNewTaskNotice(offered);
  useAutoRefresh();
  return (
    <>
      <header>
        <h1>{queue.locationName}</h1>
        <span className="quiet">{queue.associate}</span>
      </header>
      <main>
        <p className="notice" role="status" aria-live="polite">
          {notice}
        </p>
        {queue.paused ? (
          <p className="notice soon">This store is paused: no new orders come in.</p>
        ) : null}
        {queue.tasks.length === 0 ? <NothingToDo /> : null}
        <TaskGroup heading="To accept" tasks={offered} nowMs={nowMs} />
        <TaskGroup heading="Being picked" tasks={queue.tasks.filter(isAccepted)} nowMs={nowMs} />
        <TaskGroup heading="Packed" tasks={queue.tasks.filter(isPacked)} nowMs={nowMs} />
        {queue.total > queue.tasks.length ? (
          <p className="quiet">
            The {queue.tasks.length} most urgent of {queue.total} tasks are shown.
          </p>
        ) : null}
      </main>
    </>
  );
}

const isOffered = (task: QueuedTask) => task.status === "offered";
const isAccepted = (task: QueuedTask) => task.status === "accepted";
const isPacked = (task: QueuedTask) => task.status === "packed";

interface TaskGroupProps {
  readonly heading: string;
  readonly tasks: readonly QueuedTask[];
  readonly nowMs: number;
}

function TaskGroup({ heading, tasks, nowMs }: TaskGroupProps) {
  if (tasks.length === 0) return null;
  return (
    <section aria-label={heading}>
      <h2>
        {heading} ({tasks.length})
      </h2>
      <ul>
        {tasks.map((task) => (
          <TaskCard key={task.taskId} task={task} nowMs={nowMs} />
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
