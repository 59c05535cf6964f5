import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import type { ClientLoaderFunctionArgs } from "@remix-run/react";
import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import { requireDevice } from "#app/picking/require-device.server.ts";
import type { StoreQueue } from "#app/picking/show-store-queue.server.ts";
import { showStoreQueue } from "#app/picking/show-store-queue.server.ts";
import { formatInstant } from "#app/ui/format-instant.ts";
import { keepLast } from "#app/ui/store/keep-last-list.ts";
import { TaskGroups } from "#app/ui/store/task-groups.tsx";
import { useAutoRefresh } from "#app/ui/store/use-auto-refresh.ts";
import { useNewTaskNotice } from "#app/ui/store/use-new-task-notice.ts";
import { useStoreClock } from "#app/ui/store/use-store-clock.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  return showStoreQueue(await requireDevice(request));
}

const lastQueue = keepLast<StoreQueue>();

export function clientLoader({ serverLoader }: ClientLoaderFunctionArgs) {
  return lastQueue(() => serverLoader<StoreQueue>());
}
// From the first showing on, so that there is a last list to keep.
clientLoader.hydrate = true;

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const waiting = data?.tasks.filter((task) => task.status === "offered").length ?? 0;
  const place = data?.locationName ?? "Backroom";
  return [{ title: waiting > 0 ? `(${waiting}) ${place}` : place }];
};

export default function StoreQueuePage() {
  const queue = useLoaderData<typeof clientLoader>();
  const nowMs = useStoreClock(queue.now);
  const offered = useMemo(
    () => queue.tasks.filter((task) => task.status === "offered"),
    [queue.tasks],
  );
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
        {queue.offline ? (
          <p className="notice soon" role="status">
            No connection. This list is from {formatInstant(queue.now, queue.timeZone, "time")}.
          </p>
        ) : null}
        {queue.paused ? (
          <p className="notice soon">This store is paused: no new orders come in.</p>
        ) : null}
        <TaskGroups queue={queue} nowMs={nowMs} />
      </main>
    </>
  );
}
