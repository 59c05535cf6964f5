import { z } from "zod";
import { inShop } from "../../db.server.ts";
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
  const keptUnits = await countKeptUnits(shop, { orderId, ...wanted });
  const result = await correctStock(shop, { ...wanted, orderId, keptUnits, key: intentId });
  return result.ok
    ? { kind: "confirmed", note: "Stock corrected.", isOurs: true }
    : { kind: "failed", message: describeRefusal(result) };
}

/** Units of the item that the order's living tasks still take from this location. */
async function countKeptUnits(
  shop: ShopContext,
  place: { orderId: string; locationId: string; inventoryItemId: string },
): Promise<number> {
  const { orderId, locationId, inventoryItemId } = place;
  const status = { in: ["offered", "accepted", "packed"] };
  const { _sum } = await inShop(shop, (tx) =>
    tx.pickTaskLine.aggregate({
      where: { inventoryItemId, task: { orderId, locationId, status } },
      _sum: { units: true },
    }),
  );
  return _sum.units ?? 0;
}
