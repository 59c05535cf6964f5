import type { ActionFunctionArgs } from "@remix-run/node";
import { releaseTask } from "#app/picking/release-task.server.ts";
import { requireDevice } from "#app/picking/require-device.server.ts";
import { answerTaskAct } from "#app/ui/store/answer-task-act.server.ts";

export async function action({ request, params: { taskId = "" } }: ActionFunctionArgs) {
  const shop = await requireDevice(request);
  return answerTaskAct(taskId, await releaseTask(shop, { taskId }));
}
