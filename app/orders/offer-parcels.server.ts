import type { Tx } from "#app/db.server.ts";
import { readWorkingTimes } from "#app/locations/read-working-times.server.ts";
import type { NewTask, NewTaskLine } from "#app/picking/offer-tasks.server.ts";
import { offerTasks } from "#app/picking/offer-tasks.server.ts";
import type { Parcel } from "#app/routing/plan.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { acceptDeadline } from "./internal/accept-deadline.ts";
import type { Placement } from "./internal/compare-placement.ts";
import { placeKey } from "./internal/compare-placement.ts";
import type { Placing } from "./placing.ts";

/** Locations whose people work with Backroom; the others have systems of their own. */
const OFFERED_TO = ["store", "warehouse"];

/**
 * Offers the decision's parcels as pick tasks, as far as their units stand there: what staff shipped
 * or removed meanwhile nobody is asked to pick. In the transaction that ends the placing.
 */
export async function offerParcels(
  tx: Tx,
  shop: ShopContext,
  placing: Placing,
  standing: Placement | null,
): Promise<void> {
  const { shopId } = shop;
  const { orderId, orderName, decisionId, plan } = placing;
  const { acceptMinutes } = await tx.shop.findUniqueOrThrow({ where: { shopId } });
  const { deliveryMethod } = await tx.order.findUniqueOrThrow({
    where: { shopId_orderId: { shopId, orderId } },
  });
  const places = await tx.location.findMany({
    where: {
      shopId,
      locationId: { in: plan.parcels.map((parcel) => parcel.locationId) },
      type: { in: OFFERED_TO },
    },
  });
  const known = await loadLines(tx, shopId, orderId);
  const tasks = plan.parcels.flatMap((parcel): NewTask[] => {
    const place = places.find(({ locationId }) => locationId === parcel.locationId);
    if (!place) return [];
    const { locationId } = place;
    const now = shop.clock.now();
    const deadlineAt = acceptDeadline(now, acceptMinutes, readWorkingTimes(place, now));
    const lines = listLines(parcel, known, standing);
    return [{ orderId, orderName, decisionId, locationId, deliveryMethod, deadlineAt, lines }];
  });
  await offerTasks(tx, shop, tasks);
}

function listLines(
  { locationId, lines }: Parcel,
  known: ReadonlyMap<string, NewTaskLine>,
  standing: Placement | null,
): NewTaskLine[] {
  return lines.flatMap(({ lineId, quantity }) => {
    const line = known.get(lineId);
    const there = standing?.get(placeKey(lineId, locationId)) ?? 0;
    const units = standing ? Math.min(quantity, there) : quantity;
    return line && units > 0 ? [{ ...line, units }] : [];
  });
}

/** The order's lines as stores see them. Custom lines have no inventory item: theirs is "". */
async function loadLines(tx: Tx, shopId: string, orderId: string) {
  const rows = await tx.$queryRaw<NewTaskLine[]>`
    select l.line_item_id as "lineItemId", coalesce(l.inventory_item_id, '') as "inventoryItemId",
      l.sku, l.title, i.image_url as "imageUrl", l.units
    from order_lines l left join items i
      on i.shop_id = l.shop_id and i.inventory_item_id = l.inventory_item_id
    where l.shop_id = ${shopId} and l.order_id = ${orderId}`;
  return new Map(rows.map((row) => [row.lineItemId, row]));
}
