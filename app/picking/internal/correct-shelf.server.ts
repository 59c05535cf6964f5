import { z } from "zod";
import { correctStock } from "../../inventory/correct-stock.server.ts";
import type { ShopContext } from "../../shop-context.ts";
import { describeRefusal } from "./describe-refusal.ts";
import type { EffectEnd } from "./finish-effect.server.ts";
import type { Effect } from "./load-effect.server.ts";
import { markSent } from "./mark-sent.server.ts";

const correction = z.object({
  effect: z.enum(["minus_quantity", "zero", "damaged"]),
  inventoryItemId: z.string(),
  locationId: z.string(),
  units: z.number().int(),
});

/** Makes the stock effect of a rejection; done once per intent, at Shopify too. */
export async function correctShelf(
  shop: ShopContext,
  effect: Effect,
): Promise<EffectEnd | "fenced"> {
  const wanted = correction.parse(effect.request);
  if (!(await markSent(shop, effect, undefined))) return "fenced";
  const { orderId, intentId } = effect;
  const result = await correctStock(shop, { ...wanted, orderId, key: intentId });
  return result.ok
    ? { kind: "confirmed", note: "Stock corrected.", isOurs: true }
    : { kind: "failed", message: describeRefusal(result) };
}
