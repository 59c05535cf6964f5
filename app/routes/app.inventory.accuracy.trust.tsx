import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import { trustAgain } from "#app/inventory/counting/trust-again.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";

const formSchema = z.object({ locationId: z.string().max(40), groupId: z.string().max(40) });

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = formSchema.parse(Object.fromEntries(await request.formData()));
  const outcome = await trustAgain(shop, form.locationId, form.groupId);
  if (outcome.ok) return data<ActionAnswer>({ ok: true, message: "Tries start anew" });
  if (outcome.because === "not_found") throw new Response("Not found", { status: 404 });
  const message = "Nothing has been counted there yet: count at least one shelf first.";
  return data<ActionAnswer>({ ok: false, message }, { status: 409 });
}
