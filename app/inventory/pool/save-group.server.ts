import type { Tx } from "#app/db.server.ts";
import { inShop, lockShop } from "#app/db.server.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { assignGroups } from "./assign-groups.server.ts";
import type { GroupForm } from "./group-form.ts";
import { mayChangePool } from "./may-change-pool.ts";

export type GroupOutcome =
  | { readonly ok: true; readonly groupId: string }
  | { readonly ok: false; readonly because: "not_found" | "name_taken" };

/**
 * Makes a product group (null) or changes one, sorts all items into groups anew, and has accuracy
 * measured for the new sets. The next decision uses it.
 */
export async function saveGroup(
  shop: ShopContext,
  groupId: string | null,
  form: GroupForm,
): Promise<GroupOutcome> {
  const { shopId } = shop;
  if (!mayChangePool(shop.actor)) return { ok: false, because: "not_found" };
  return inShop(shop, async (tx) => {
    await lockShop(tx, shopId, "product-groups");
    const groups = await tx.productGroup.findMany({ where: { shopId } });
    const name = form.name.toLowerCase();
    if (groups.some((one) => one.name.toLowerCase() === name && one.groupId !== groupId)) {
      return { ok: false, because: "name_taken" };
    }
    if (groupId !== null && !groups.some((one) => one.groupId === groupId)) {
      return { ok: false, because: "not_found" };
    }
    const position = Math.max(0, ...groups.map((one) => one.position)) + 1;
    const saved = await writeGroup(tx, shop, { groupId, position, form });
    await afterGroupChange(tx, shop, { action: "product_group_saved", subject: saved, form });
    return { ok: true, groupId: saved };
  });
}

/** Items belong elsewhere now, and tries with them; both are brought up to date. */
export async function afterGroupChange(
  tx: Tx,
  shop: ShopContext,
  change: { readonly action: string; readonly subject: string; readonly form?: GroupForm },
): Promise<void> {
  const { shopId, actor, clock } = shop;
  await assignGroups(tx, shop);
  await enqueue(tx, "measure-accuracy", { shopId });
  const { action, subject, form } = change;
  const entry = { actor: actor.name, action, subject, detail: { ...form } };
  await tx.auditEntry.create({ data: { shopId, at: clock.now(), ...entry } });
}

interface GroupWrite {
  readonly groupId: string | null;
  readonly position: number;
  readonly form: GroupForm;
}

async function writeGroup(
  tx: Tx,
  { shopId, actor, clock }: ShopContext,
  { groupId, position, form }: GroupWrite,
): Promise<string> {
  const { places, trustDiscount, ...rest } = form;
  const data = {
    ...rest,
    trustDiscount: trustDiscount === "inherit" ? null : trustDiscount === "on",
    changedAt: clock.now(),
    changedBy: actor.name,
  };
  const saved =
    groupId === null
      ? await tx.productGroup.create({
          data: { shopId, position, createdAt: clock.now(), ...data },
        })
      : await tx.productGroup.update({ where: { shopId_groupId: { shopId, groupId } }, data });
  const known = await tx.location.findMany({ where: { shopId }, select: { locationId: true } });
  const locationIds = new Set(known.map((one) => one.locationId));
  const said = places.filter(
    (one) => locationIds.has(one.locationId) && (one.safetyStock !== null || one.pooled !== null),
  );
  await tx.groupPlace.deleteMany({ where: { shopId, groupId: saved.groupId } });
  await tx.groupPlace.createMany({
    data: said.map((one) => ({ shopId, groupId: saved.groupId, ...one })),
  });
  return saved.groupId;
}
