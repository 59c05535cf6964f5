import type { Tx } from "#app/db.server.ts";
import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { PoolAccuracy, ProductGroup } from "#app/generated/prisma/client.ts";
import type { Trust } from "../pool/measure-trust.ts";
import { measureTrust } from "../pool/measure-trust.ts";
import type { ShopSettings } from "../pool/resolve-shelf.ts";
import { readShopSettings } from "../pool/shelf-scopes.server.ts";

export interface AccuracyRow {
  readonly locationId: string;
  readonly locationName: string;
  /** Empty: items without a group. */
  readonly groupId: string;
  readonly groupName: string;
  readonly foundUnits: number;
  readonly missingUnits: number;
  readonly damagedUnits: number;
  readonly rightCounts: number;
  readonly wrongCounts: number;
  readonly trust: Trust;
  /** Percent wanted; 0: no rule. */
  readonly wantedPercent: number;
  /** Out of the pool for the group until counted. */
  readonly isOut: boolean;
  readonly discounts: boolean;
  readonly sinceAt: string | null;
}

export interface AccuracyList {
  readonly rows: readonly AccuracyRow[];
  /** Tries it takes before the rules act. */
  readonly triesNeeded: number;
  readonly timeZone: string;
}

/** Pick success of every location and product group that has been tried, the worst first. */
export async function listAccuracy(shop: ShopContext): Promise<AccuracyList> {
  return inShop(shop, async (tx) => {
    const { timeZone } = await tx.shop.findUniqueOrThrow({ where: { shopId: shop.shopId } });
    const { trustTries } = await readShopSettings(tx, shop.shopId);
    const rows = (await readAccuracy(tx, shop)).filter((row) => row.trust.tries > 0);
    rows.sort(
      (a, b) =>
        Number(b.isOut) - Number(a.isOut) ||
        a.trust.low - b.trust.low ||
        a.locationName.localeCompare(b.locationName, "en"),
    );
    return { rows, triesNeeded: trustTries, timeZone };
  });
}

/** Every measured location and group with the rule that holds for it, in no particular order. */
export async function readAccuracy(tx: Tx, { shopId }: ShopContext): Promise<AccuracyRow[]> {
  const shop = await readShopSettings(tx, shopId);
  const locations = await tx.location.findMany({ where: { shopId } });
  const groups = await tx.productGroup.findMany({ where: { shopId } });
  const nameOf = new Map(locations.map((one) => [one.locationId, one.name]));
  const groupOf = new Map(groups.map((one) => [one.groupId, one]));
  const measured = await tx.poolAccuracy.findMany({ where: { shopId } });
  return measured
    .filter(({ groupId }) => groupId === "" || groupOf.has(groupId))
    .map((row) =>
      describe(row, nameOf.get(row.locationId), judge(row, groupOf.get(row.groupId), shop)),
    );
}

type Verdict = Pick<AccuracyRow, "groupName" | "trust" | "wantedPercent" | "isOut" | "discounts">;

function judge(row: PoolAccuracy, group: ProductGroup | undefined, shop: ShopSettings): Verdict {
  const trust = measureTrust(row);
  const wantedPercent = group?.minTrustPercent ?? shop.minTrustPercent;
  const isKnown = trust.tries >= shop.trustTries;
  return {
    groupName: group?.name ?? "",
    trust,
    wantedPercent,
    isOut: isKnown && (trust.rate ?? 1) * 100 < wantedPercent,
    discounts: isKnown && (group?.trustDiscount ?? shop.trustDiscount),
  };
}

function describe(
  row: PoolAccuracy,
  locationName: string | undefined,
  verdict: Verdict,
): AccuracyRow {
  const { locationId, groupId, foundUnits, missingUnits, damagedUnits } = row;
  return {
    ...{ locationId, groupId, foundUnits, missingUnits, damagedUnits },
    rightCounts: row.rightCounts,
    wrongCounts: row.wrongCounts,
    locationName: locationName ?? "A removed location",
    sinceAt: row.sinceAt?.toISOString() ?? null,
    ...verdict,
  };
}
