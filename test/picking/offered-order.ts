import { inShop } from "#app/db.server.ts";
import { offerTasks } from "#app/picking/offer-tasks.server.ts";
import type { NewTask } from "#app/picking/offer-tasks.server.ts";
import type { Role, ShopContext } from "#app/shop-context.ts";
import { installedShop, testNow } from "#test/builders/shop.ts";

export const denver = "10";
export const boulder = "11";
export const deadline = new Date("2026-11-21T16:00:00Z");

const mug = { inventoryItemId: "700", sku: "MUG", title: "Mug", imageUrl: null };
const lamp = { inventoryItemId: "701", sku: "LAMP", title: "Lamp", imageUrl: null };

/** Two mugs and a lamp for Denver, unless told otherwise. */
export function parcel(change: Partial<NewTask> = {}): NewTask {
  return {
    orderId: "1001",
    orderName: "#1001",
    decisionId: "d1",
    locationId: denver,
    deliveryMethod: "shipping",
    deadlineAt: deadline,
    lines: [
      { ...mug, lineItemId: "501", units: 2 },
      { ...lamp, lineItemId: "502", units: 1 },
    ],
    ...change,
  };
}

let shops = 0;

/** A shop of its own with two stores and a placed order #1001. */
export async function shopWithOrder(): Promise<ShopContext> {
  const shop = await installedShop(`picking-${++shops}.myshopify.com`);
  const { shopId } = shop;
  await inShop(shop, async (tx) => {
    await tx.location.createMany({
      data: [
        { shopId, locationId: denver, name: "Denver" },
        { shopId, locationId: boulder, name: "Boulder" },
      ],
    });
    await tx.order.create({
      data: { shopId, orderId: "1001", name: "#1001", status: "placed", placedAt: testNow },
    });
  });
  return shop;
}

/** Offers a parcel and returns its task's id. */
export async function offer(shop: ShopContext, change: Partial<NewTask> = {}): Promise<string> {
  const [taskId] = await inShop(shop, (tx) => offerTasks(tx, shop, [parcel(change)]));
  if (!taskId) throw new Error("The parcel was offered before.");
  return taskId;
}

/** The shop as seen by a person of a role, at Denver if it is a store role. */
export function as(shop: ShopContext, name: string, role: Role = "associate"): ShopContext {
  const isStore = role === "associate" || role === "store_manager";
  return { ...shop, actor: { role, name, ...(isStore ? { locationId: denver } : {}) } };
}

/** Everything an act may have touched, for comparisons before and after. */
export async function facts(shop: ShopContext) {
  return inShop(shop, async (tx) => ({
    tasks: await tx.pickTask.findMany({
      include: { lines: { orderBy: { lineItemId: "asc" } } },
      orderBy: { createdAt: "asc" },
    }),
    order: await tx.order.findFirstOrThrow(),
    intents: await tx.intent.findMany({ orderBy: { intentId: "asc" } }),
    rejections: await tx.rejection.findMany({ orderBy: { lineItemId: "asc" } }),
    exclusions: await tx.exclusion.findMany({ orderBy: { exclusionId: "asc" } }),
    exceptions: await tx.exception.findMany({ orderBy: { key: "asc" } }),
    reservations: await tx.reservation.findMany({ orderBy: { lineItemId: "asc" } }),
    events: await tx.orderEvent.findMany({ orderBy: { eventId: "asc" } }),
    audit: await tx.auditEntry.findMany({ orderBy: { entryId: "asc" } }),
  }));
}

/** A clock the same shop moves by. */
export function at(shop: ShopContext, instant: string): ShopContext {
  return { ...shop, clock: { now: () => new Date(instant) } };
}
