import type { LoaderFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { showHolidays } from "#app/locations/show-holidays.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";

const askedSchema = z.object({
  country: z.string().max(2).catch(""),
  region: z.string().max(10).catch(""),
});

export async function loader({ request, params: { locationId = "" } }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  const asked = askedSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const choices = await showHolidays(shop, locationId, asked);
  if (!choices) throw new Response("Not found", { status: 404 });
  return choices;
}
