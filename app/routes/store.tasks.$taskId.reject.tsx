import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { rejectTask } from "#app/picking/reject-task.server.ts";
import { requireDevice } from "#app/picking/require-device.server.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { answerTaskAct } from "#app/ui/store/answer-task-act.server.ts";
import { rejectionSchema } from "#app/ui/store/rejection-form.ts";

export async function action({ request, params: { taskId = "" } }: ActionFunctionArgs) {
  const shop = await requireDevice(request);
  const form = rejectionSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return data({ errors: formErrors(form.error) }, { status: 422 });
  return answerTaskAct(taskId, await rejectTask(shop, { taskId, ...form.data }));
}
