import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { promotePilot } from "#app/insights/pilot/promote-pilot.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { answerPilotWrite } from "#app/ui/trials/answer-pilot-write.server.ts";

const formSchema = z.object({ liveVersion: z.coerce.number().int().min(1) });

export async function action({ request, params: { pilotId = "" } }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) throw new Response("The form names no version", { status: 400 });
  const outcome = await promotePilot(shop, { pilotId, ...form.data });
  const version = outcome.ok ? outcome.version : undefined;
  return answerPilotWrite(outcome, `Version ${version} of your rules is in force`);
}
