import type { Tx } from "../db.server.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import type { Decision } from "../routing/plan.ts";
import type { Network, Snapshot } from "../routing/snapshot.ts";
import { describeGuardrail } from "../rules/describe-ruleset.ts";
import type { DecisionView } from "./explanation/decision-view.ts";
import type { Setback } from "./explanation/describe-reasons.ts";
import { gatherFacts } from "./explanation/facts.ts";
import { viewDecision } from "./explanation/view-decision.ts";

type DecisionRow = Prisma.DecisionGetPayload<object>;

export interface NamedLine {
  readonly lineItemId: string;
  readonly inventoryItemId: string | null;
  readonly title: string;
}

/**
 * A stored decision explained with the network it was made in. Lists stop at `limit` rows. Throws
 * when the network is gone: decisions keep theirs for good.
 */
export async function readDecisionView(
  tx: Tx,
  row: DecisionRow,
  lines: readonly NamedLine[],
  locations: ReadonlyMap<string, string>,
  limit: number,
): Promise<DecisionView> {
  const { network } = await tx.networkVersion.findUniqueOrThrow({
    where: { shopId_hash: { shopId: row.shopId, hash: row.networkHash } },
  });
  const snapshot = {
    ...(row.snapshot as unknown as Omit<Snapshot, "network">),
    network: network as unknown as Network,
  };
  const facts = gatherFacts(snapshot, row.plan as unknown as Decision, {
    locations,
    lines: new Map(lines.map(({ lineItemId, title }) => [lineItemId, title])),
    rules: describeRules(snapshot.network, locations),
  });
  return viewDecision(facts, await readSetbacks(tx, row, snapshot, lines), limit);
}

/** The guardrails as they stood when the decision was made, in words. */
function describeRules({ ruleset, currency }: Network, locations: ReadonlyMap<string, string>) {
  const words = { currency, locationName: (id: string) => locations.get(id) ?? id };
  return new Map(ruleset.guardrails.map((rule) => [rule.id, describeGuardrail(rule, words)]));
}

/** The rejections and cool-offs that were in force when the decision was made. */
async function readSetbacks(
  tx: Tx,
  { shopId, orderId, createdAt }: DecisionRow,
  snapshot: Snapshot,
  lines: readonly NamedLine[],
): Promise<Setback[]> {
  const itemIds = lines.flatMap(({ inventoryItemId }) => inventoryItemId ?? []);
  const rows = await tx.exclusion.findMany({
    where: {
      shopId,
      createdAt: { lte: createdAt },
      AND: [
        { OR: [{ orderId }, { orderId: null, inventoryItemId: { in: itemIds } }] },
        { OR: [{ untilAt: null }, { untilAt: { gt: createdAt } }] },
        { OR: [{ endedAt: null }, { endedAt: { gt: createdAt } }] },
      ],
    },
    orderBy: { createdAt: "asc" },
  });
  const skuOf = new Map(snapshot.order.lines.map(({ id, sku }) => [id, sku]));
  return rows.flatMap(({ locationId, inventoryItemId, reason }): Setback[] => {
    if (inventoryItemId === null) return [{ locationId, sku: null, reason }];
    const line = lines.find((one) => one.inventoryItemId === inventoryItemId);
    const sku = line && skuOf.get(line.lineItemId);
    return sku === undefined ? [] : [{ locationId, sku, reason }];
  });
}
