import { z } from "zod";
import { inShop } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { percentField, safetyStockField } from "./group-form.ts";
import { mayChangePool } from "./may-change-pool.ts";

const days = z.coerce
  .number("Write a whole number of days.")
  .int("Write a whole number of days.")
  .min(1, "At least one day.")
  .max(3_650, "At most 3,650 days.");

/** What holds in the whole shop where nothing nearer is said. */
export const poolSettingsForm = z.object({
  safetyStock: safetyStockField.transform((units) => units ?? 0),
  /** Empty: showroom pieces always stay. */
  slowAfterDays: z.preprocess((typed) => (typed === "" ? null : typed), days.nullable()),
  trustDiscount: z.enum(["on", "off"]).transform((answer) => answer === "on"),
  minTrustPercent: percentField,
  trustTries: z.coerce
    .number("Write a whole number.")
    .int("Write a whole number.")
    .min(5, "At least 5: fewer say nothing.")
    .max(10_000, "At most 10,000."),
});

export type PoolSettingsForm = z.infer<typeof poolSettingsForm>;

/** Stores the shop's own pool settings. Orders that wait for stock are looked at again. */
export async function savePoolSettings(
  shop: ShopContext,
  settings: PoolSettingsForm,
): Promise<{ readonly ok: boolean }> {
  const { shopId, actor, clock } = shop;
  if (!mayChangePool(actor)) return { ok: false };
  await inShop(shop, async (tx) => {
    await tx.shop.update({ where: { shopId }, data: settings });
    await enqueue(tx, "wake-exceptions", { shopId, events: ["location_reopened"] });
    await enqueue(tx, "measure-accuracy", { shopId });
    const entry = { actor: actor.name, action: "pool_settings_saved", subject: "pool" };
    const detail = { ...settings };
    await tx.auditEntry.create({ data: { shopId, at: clock.now(), ...entry, detail } });
  });
  return { ok: true };
}
