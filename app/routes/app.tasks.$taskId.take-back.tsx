import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import { takeBackTask } from "#app/picking/take-back-task.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import { answerTakeBack } from "#app/ui/tasks/answer-take-back.server.ts";

const formSchema = z.object({
  reason: z.string().trim().min(1, "Say why, for the store and for later").max(255),
});

export async function action({ request, params: { taskId = "" } }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return data({ ok: false, errors: formErrors(form.error) }, { status: 422 });
  return answerTakeBack(await takeBackTask(shop, { taskId, reason: form.data.reason }));
}
