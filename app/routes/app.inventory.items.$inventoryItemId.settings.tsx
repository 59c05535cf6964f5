import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import { pooledField, safetyStockField } from "#app/inventory/pool/group-form.ts";
import { setItemSettings } from "#app/inventory/set-item-settings.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { formErrors } from "#app/ui/form-errors.ts";

const formSchema = z.object({ safetyStock: safetyStockField, pooled: pooledField });

export async function action({ request, params: { inventoryItemId = "" } }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return data({ ok: false, errors: formErrors(form.error) }, { status: 422 });
  const outcome = await setItemSettings(shop, inventoryItemId, form.data);
  if (!outcome.ok) throw new Response("Not found", { status: 404 });
  return data<ActionAnswer>({ ok: true, message: "Saved for all locations" });
}
