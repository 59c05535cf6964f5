import { z } from "zod";
import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import { mayManage } from "#app/locations/may-manage.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { LevelKey } from "#app/shopify/live-level.ts";
import { pooledField, safetyStockField } from "./pool/group-form.ts";

const shelvesAtOnce = 500;

/** Bulk edit: what is absent stays as it is. */
export const shelvesForm = z
  .object({
    shelves: z
      .array(
        z.object({
          inventoryItemId: z.string().min(1).max(40),
          locationId: z.string().min(1).max(40),
        }),
      )
      .min(1, "Select at least one row.")
      .max(shelvesAtOnce, `Select at most ${shelvesAtOnce} rows.`),
    safetyStock: safetyStockField.optional(),
    pooled: pooledField.optional(),
  })
  .refine((form) => "safetyStock" in form || "pooled" in form, {
    path: ["safetyStock"],
    message: "Say what to change.",
  });

export interface ShelvesChange {
  readonly shelves: readonly LevelKey[];
  /** Null inherits. */
  readonly safetyStock?: number | null | undefined;
  readonly pooled?: boolean | null | undefined;
}

export type ShelvesOutcome =
  | { readonly ok: true; readonly changed: number }
  | { readonly ok: false; readonly because: "not_found" };

/**
 * Sets safety stock or pool membership of items at locations, all of them or, when one is not the
 * actor's to change or unknown, none. Orders waiting for the items are looked at again.
 */
export async function changeShelves(
  shop: ShopContext,
  { shelves, ...change }: ShelvesChange,
): Promise<ShelvesOutcome> {
  if (!shelves.every(({ locationId }) => mayManage(shop.actor, locationId))) {
    return { ok: false, because: "not_found" };
  }
  const { shopId, actor, clock } = shop;
  return inShop(shop, async (tx) => {
    if ((await countKnown(tx, shopId, shelves)) < shelves.length) {
      return { ok: false, because: "not_found" };
    }
    const data = Object.fromEntries(
      Object.entries(change).filter(([, value]) => value !== undefined),
    );
    const items = [...new Set(shelves.map((one) => one.inventoryItemId))];
    await tx.stockLevel.updateMany({ where: anyOf(shopId, shelves), data });
    const events = items.map((id) => `stock_changed:${id}`);
    await enqueue(tx, "wake-exceptions", { shopId, events });
    const subject = shelves.length === 1 ? nameOf(shelves[0]!) : `${shelves.length} shelves`;
    const entry = { actor: actor.name, action: "shelves_changed", subject };
    const detail = { ...data, shelves: shelves.map(nameOf) };
    await tx.auditEntry.create({ data: { shopId, at: clock.now(), ...entry, detail } });
    return { ok: true, changed: shelves.length };
  });
}

const nameOf = ({ inventoryItemId, locationId }: LevelKey) => `${inventoryItemId}@${locationId}`;

function anyOf(shopId: string, shelves: readonly LevelKey[]) {
  return {
    shopId,
    OR: shelves.map(({ inventoryItemId, locationId }) => ({ inventoryItemId, locationId })),
  };
}

function countKnown(tx: Tx, shopId: string, shelves: readonly LevelKey[]): Promise<number> {
  return tx.stockLevel.count({ where: anyOf(shopId, shelves) });
}
