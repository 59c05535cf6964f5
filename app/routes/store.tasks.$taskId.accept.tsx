import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { acceptTask } from "#app/picking/accept-task.server.ts";
import { requireDevice } from "#app/picking/require-device.server.ts";
import { answerTaskAct } from "#app/ui/store/answer-task-act.server.ts";

const formSchema = z.object({ takeOver: z.enum(["yes", "no"]).catch("no") });

export async function action({ request, params: { taskId = "" } }: ActionFunctionArgs) {
  const shop = await requireDevice(request);
  const form = formSchema.parse(Object.fromEntries(await request.formData()));
  const outcome = await acceptTask(shop, { taskId, takeOver: form.takeOver === "yes" });
  return answerTaskAct(taskId, outcome);
}
