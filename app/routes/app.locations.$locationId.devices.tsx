import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import { env } from "#app/env.server.ts";
import { createEnrolment } from "#app/picking/create-enrolment.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { formErrors } from "#app/ui/form-errors.ts";
import type { EnrolmentAnswer } from "#app/ui/locations/enrolment.ts";

const formSchema = z.object({
  name: z.string().trim().min(1, "Name the device, so that you know it again").max(60),
});

export async function action({ request, params: { locationId = "" } }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const form = formSchema.safeParse(Object.fromEntries(await request.formData()));
  if (!form.success) return data({ ok: false, errors: formErrors(form.error) }, { status: 422 });
  const outcome = await createEnrolment(shop, { locationId, name: form.data.name });
  if (!outcome.ok) throw new Response("Not found", { status: 404 });
  const address = new URL(outcome.path, env.SHOPIFY_APP_URL).href;
  const enrolment = { code: outcome.code, address, validUntil: outcome.untilAt.toISOString() };
  return data<EnrolmentAnswer>({ ok: true, message: "Code created", enrolment });
}
