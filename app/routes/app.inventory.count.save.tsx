import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import { saveCount } from "#app/inventory/counting/save-count.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";

const formSchema = z.object({
  inventoryItemId: z.string().min(1).max(40),
  locationId: z.string().min(1).max(40),
  counted: z
    .string()
    .trim()
    .regex(/^\d{1,6}$/, "Write how many you found")
    .transform(Number),
  seenOnHand: z.coerce.number().int(),
});

const messages = {
  done: "Count saved, Shopify has it",
  pending: "Count saved; Shopify gets it as soon as it answers",
} as const;

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return data({ ok: false, errors: formErrors(form.error) }, { status: 422 });
  const outcome = await saveCount(shop, form.data);
  if (outcome.ok) return data<ActionAnswer>({ ok: true, message: messages[outcome.state] });
  if (outcome.because === "not_found") throw new Response("Not found", { status: 404 });
  return data<ActionAnswer>({ ok: false, message: outcome.message }, { status: 409 });
}
