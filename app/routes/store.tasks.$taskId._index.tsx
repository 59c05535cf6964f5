import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { randomUUID } from "node:crypto";
import { requireDevice } from "#app/picking/require-device.server.ts";
import { showStoreTask } from "#app/picking/show-store-task.server.ts";
import { describeDelivery, describeUnits } from "#app/ui/describe-delivery.ts";
import { AcceptForm, ReleaseForm, TakeOverForm } from "#app/ui/store/claim-forms.tsx";
import { DeadlineChip } from "#app/ui/store/deadline-chip.tsx";
import { describeTaskState } from "#app/ui/store/describe-task-state.ts";
import { HandOverForm, PackForm } from "#app/ui/store/pack-form.tsx";
import type { StoreTaskWithActionId } from "#app/ui/store/reject-form.tsx";
import { RejectForm } from "#app/ui/store/reject-form.tsx";
import { TaskLines } from "#app/ui/store/task-lines.tsx";
import { useAutoRefresh } from "#app/ui/store/use-auto-refresh.ts";
import { useStoreClock } from "#app/ui/store/use-store-clock.ts";

export async function loader({ request, params: { taskId = "" } }: LoaderFunctionArgs) {
  const task = await showStoreTask(await requireDevice(request), taskId);
  if (!task) throw new Response("Not found", { status: 404 });
  // A rejection whose answer got lost is sent again under the same id, and then changes nothing.
  return { ...task, actionId: randomUUID() };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: data ? `${data.orderName} · Pick` : "Pick task" },
];

// A refused act means that this screen is out of date: always read again.
export const shouldRevalidate = () => true;

export default function StoreTaskPage() {
  const task = useLoaderData<typeof loader>();
  const nowMs = useStoreClock(task.now);
  const state = describeTaskState(task);
  const waiting = task.status === "offered" || task.status === "accepted";
  useAutoRefresh();
  return (
    <>
      <header>
        <Link className="back" to="/store">
          ‹ Queue
        </Link>
        {waiting ? <DeadlineChip deadlineAt={task.deadlineAt} nowMs={nowMs} /> : null}
      </header>
      <main>
        <h1>{task.orderName}</h1>
        <p className="quiet">
          {task.units > 0 ? `${describeUnits(task.units)} · ` : ""}
          {describeDelivery(task.deliveryMethod)}
        </p>
        <p className={`notice ${state?.tone ?? ""}`} role="status">
          {state?.text ?? ""}
        </p>
        <TaskLines lines={task.lines} />
        <NextStep task={task} />
      </main>
    </>
  );
}

/** The one thing to do now first, the ways out below it. */
function NextStep({ task }: { readonly task: StoreTaskWithActionId }) {
  if (task.status === "offered") {
    return (
      <>
        <AcceptForm task={task} />
        <RejectForm key={task.units} task={task} />
      </>
    );
  }
  if (task.status === "accepted" && !task.mine) return <TakeOverForm task={task} />;
  if (task.status === "accepted") {
    return (
      <>
        <PackForm task={task} />
        <RejectForm key={task.units} task={task} />
        <ReleaseForm task={task} />
      </>
    );
  }
  if (task.status === "packed") {
    return (
      <>
        <HandOverForm task={task} />
        <RejectForm key={task.units} task={task} />
      </>
    );
  }
  return (
    <Link className="button main" to="/store">
      Back to the queue
    </Link>
  );
}
