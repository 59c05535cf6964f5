import type { ActionFunctionArgs } from "@remix-run/node";
import { data } from "@remix-run/node";
import { z } from "zod";
import { withdrawRateCard } from "#app/rates/withdraw-rate-card.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";

const versionSchema = z.coerce.number().int().min(1).max(1_000_000).catch(0);

export async function action({ request, params }: ActionFunctionArgs) {
  const shop = await requireAdmin(request);
  const outcome = await withdrawRateCard(shop, versionSchema.parse(params.version));
  if (outcome.ok) return data<ActionAnswer>({ ok: true, message: "Taken back" });
  if (outcome.because === "not_found") throw new Response("Not found", { status: 404 });
  const message = "It applies by now. Publish another card to replace it.";
  return data<ActionAnswer>({ ok: false, message }, { status: 409 });
}
