import type { Tx } from "#app/db.server.ts";
import type { Decision as Plan } from "#app/routing/plan.ts";
import type { Network, Snapshot } from "#app/routing/snapshot.ts";
import type { LabelLine } from "./label-line.ts";
import { priceParcel, toMoney } from "./price-parcel.ts";
import type { CardService } from "./rate-card.ts";

/** The parcel a label was bought for, and what the rate card of its decision said. */
export interface LabelledParcel {
  readonly decisionId: string;
  readonly locationId: string;
  readonly service: string;
  readonly zone: number;
  /** 4 decimals. */
  readonly estimate: string;
}

export interface MatchedLabel extends LabelLine {
  readonly parcel: LabelledParcel | null;
  /** Why none was found, as a sentence; empty when one was. */
  readonly unmatched: string;
}

interface Shipped {
  readonly orderName: string;
  readonly decisionId: string;
  readonly locationId: string;
  readonly trackingNumber: string;
  readonly units: readonly { readonly lineItemId: string; readonly units: number }[];
}

/** Finds the parcel of each label: by tracking number, or by order where it was a single parcel. */
export async function matchLabels(
  tx: Tx,
  shopId: string,
  lines: readonly LabelLine[],
): Promise<MatchedLabel[]> {
  const names = [...new Set(lines.map((line) => normalise(line.orderName)))];
  const shipped = await readShipped(tx, shopId, names);
  const found = lines.map((line) => ({ line, match: chooseParcel(line, shipped) }));
  const decisions = await readDecisions(
    tx,
    shopId,
    found.flatMap(({ match }) => (typeof match === "string" ? [] : [match.decisionId])),
  );
  return found.map(({ line, match }) => {
    if (typeof match === "string") return { ...line, parcel: null, unmatched: match };
    const parcel = pricePlanned(match, decisions);
    const unmatched = parcel ? "" : "Its parcel was not planned by Backroom.";
    return { ...line, parcel, unmatched };
  });
}

const normalise = (orderName: string) => orderName.replace(/^#/, "").toLowerCase();

/** Every parcel somebody packed or is to pack, by the order's name without its #. */
async function readShipped(
  tx: Tx,
  shopId: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly Shipped[]>> {
  const rows = await tx.$queryRaw<Shipped[]>`
    select lower(ltrim(o.name, '#')) as "orderName", task.decision_id as "decisionId",
      task.location_id as "locationId", task.tracking_number as "trackingNumber",
      jsonb_agg(jsonb_build_object('lineItemId', line.line_item_id, 'units', line.units)) as units
    from orders o
    join pick_tasks task on task.shop_id = o.shop_id and task.order_id = o.order_id
      and task.status in ('offered', 'accepted', 'packed', 'completed')
    join pick_task_lines line on line.shop_id = task.shop_id and line.task_id = task.task_id
    where o.shop_id = ${shopId} and lower(ltrim(o.name, '#')) = any(${[...names]}::text[])
    group by 1, 2, 3, 4, task.task_id`;
  const byOrder = new Map<string, Shipped[]>();
  for (const row of rows) byOrder.set(row.orderName, [...(byOrder.get(row.orderName) ?? []), row]);
  return byOrder;
}

function chooseParcel(
  { orderName, trackingNumber }: LabelLine,
  shipped: ReadonlyMap<string, readonly Shipped[]>,
): Shipped | string {
  const parcels = shipped.get(normalise(orderName)) ?? [];
  if (parcels.length === 0) return "No order of this name has a parcel.";
  const tracked = parcels.find((one) => trackingNumber && one.trackingNumber === trackingNumber);
  if (tracked) return tracked;
  if (parcels.length === 1) return parcels[0]!;
  return "The order has several parcels and none with this tracking number.";
}

interface KeptDecision {
  readonly plan: Plan;
  readonly snapshot: Omit<Snapshot, "network">;
  readonly network: Network;
}

async function readDecisions(
  tx: Tx,
  shopId: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, KeptDecision>> {
  const rows = await tx.decision.findMany({
    where: { shopId, decisionId: { in: [...ids] } },
    select: { decisionId: true, plan: true, snapshot: true, networkHash: true },
  });
  const hashes = [...new Set(rows.map((row) => row.networkHash))];
  const networks = await tx.networkVersion.findMany({ where: { shopId, hash: { in: hashes } } });
  const networkOf = new Map(networks.map((row) => [row.hash, row.network as unknown as Network]));
  return new Map(
    rows.flatMap((row) => {
      const network = networkOf.get(row.networkHash);
      if (!network) return [];
      const plan = row.plan as unknown as Plan;
      const snapshot = row.snapshot as unknown as KeptDecision["snapshot"];
      return [[row.decisionId, { plan, snapshot, network }] as const];
    }),
  );
}

function pricePlanned(
  { decisionId, locationId, units }: Shipped,
  decisions: ReadonlyMap<string, KeptDecision>,
): LabelledParcel | null {
  const decision = decisions.get(decisionId);
  const planned = decision?.plan.parcels.find((parcel) => parcel.locationId === locationId);
  if (!decision || !planned) return null;
  const { order, items } = decision.snapshot;
  const kgOf = new Map(items.map(({ sku, weightKg }) => [sku, weightKg]));
  const skuOf = new Map(order.lines.map(({ id, sku }) => [id, sku]));
  const weightKg = units.reduce(
    (sum, line) => sum + line.units * (kgOf.get(skuOf.get(line.lineItemId) ?? "") ?? 0),
    0,
  );
  const { service } = order;
  const rates = decision.network.rates as readonly CardService[];
  const priced = priceParcel(rates, { service, distanceKm: planned.distanceKm, weightKg });
  if (!priced) return null;
  const { zone, price } = priced;
  return { decisionId, locationId, service, zone, estimate: toMoney(price) };
}
