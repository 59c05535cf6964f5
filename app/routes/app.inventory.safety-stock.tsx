import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import { setSafetyStock } from "#app/inventory/set-safety-stock.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";

const formSchema = z.object({
  inventoryItemId: z.string().min(1),
  locationId: z.string().min(1),
  /** Empty: as the location has it. */
  safetyStock: z
    .string()
    .trim()
    .regex(/^\d{0,6}$/, "Write a whole number")
    .transform((typed) => (typed === "" ? null : Number(typed))),
});

export async function action({ request }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return data({ ok: false, errors: formErrors(form.error) }, { status: 422 });
  const outcome = await setSafetyStock(shop, form.data);
  if (!outcome.ok) throw new Response("Not found", { status: 404 });
  return data<ActionAnswer>({ ok: true, message: "Safety stock saved" });
}
