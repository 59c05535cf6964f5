import type { Tx } from "#app/db.server.ts";
import type { DeliveryMethod } from "#app/routing/ruleset.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { PastOrderFacts } from "../history/past-order-facts.ts";
import type { PastOrder, PlacedUnits } from "./replay-world.ts";

interface Row {
  readonly orderId: string;
  readonly name: string;
  readonly placedAt: Date;
  readonly facts: PastOrderFacts;
  readonly shippingCharged: string;
  /** Null where Shopify's placement is not known. */
  readonly placements: readonly Placement[] | null;
}

interface Placement {
  readonly locationId: string;
  readonly deliveryMethod: string;
  readonly lines: readonly Omit<PlacedUnits, "locationId">[];
}

export interface PastRange {
  readonly from: Date;
  /** Not included: a run that is resumed sees the same orders. */
  readonly until: Date;
  readonly most: number;
}

/** The latest orders of a time that were not cancelled, by time of placing. */
export async function loadPastOrders(
  tx: Tx,
  { shopId }: ShopContext,
  { from, until, most }: PastRange,
): Promise<PastOrder[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select past.order_id "orderId", past.name, past.placed_at "placedAt", past.facts,
      past.shipping_charged::text "shippingCharged", placement.placements
    from past_orders past
    left join lateral (
      select jsonb_agg(jsonb_build_object('locationId', location_id,
          'deliveryMethod', delivery_method, 'lines', lines)
        order by fulfillment_order_id) placements
      from past_placements
      where shop_id = past.shop_id and order_id = past.order_id and lines <> '[]'
    ) placement on true
    where past.shop_id = ${shopId} and past.cancelled_at is null
      and past.placed_at >= ${from} and past.placed_at < ${until}
    order by past.placed_at desc, past.order_id desc
    limit ${most}`;
  return rows.reverse().map(toPastOrder);
}

const METHODS: Readonly<Record<string, DeliveryMethod>> = { LOCAL: "local", PICK_UP: "pickup" };

function toPastOrder({ facts, placements, ...row }: Row): PastOrder {
  const known = placements ?? [];
  const first = known[0];
  const told = first ? (METHODS[first.deliveryMethod] ?? "shipping") : null;
  const deliveryMethod = facts.deliveryMethod ?? told ?? "shipping";
  const isPickup = deliveryMethod === "pickup" && first !== undefined;
  return {
    orderId: row.orderId,
    name: row.name,
    placedAt: row.placedAt.toISOString(),
    shippingCharged: row.shippingCharged,
    placed: known.flatMap(({ locationId, lines }) =>
      lines.map((line) => ({ ...line, locationId })),
    ),
    trial: {
      facts: facts.order,
      deliveryMethod: deliveryMethod === "pickup" && !isPickup ? "shipping" : deliveryMethod,
      pickupLocationId: isPickup ? first.locationId : null,
      lines: facts.lines.map(({ lineItemId, inventoryItemId, units, unitPrice }) => ({
        ...{ lineItemId, inventoryItemId, units, unitPrice },
      })),
    },
  };
}
