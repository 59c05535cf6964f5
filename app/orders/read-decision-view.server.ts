import type { Tx } from "../db.server.ts";
import type { Prisma } from "../generated/prisma/client.ts";
import type { Decision } from "../routing/plan.ts";
import { routeOrder } from "../routing/route-order.ts";
import type { Network, Snapshot } from "../routing/snapshot.ts";
import { describeGuardrail } from "../rules/words/describe-guardrail.ts";
import type { DecisionView } from "./explanation/decision-view.ts";
import type { Maker } from "./explanation/facts.ts";
import { gatherFacts } from "./explanation/facts.ts";
import { viewDecision } from "./explanation/view-decision.ts";
import { MADE_BY_STAFF } from "./internal/adopt-moves.ts";
import type { StoredSnapshot } from "./internal/build-snapshot.ts";
import { withoutNotes } from "./internal/build-snapshot.ts";
import type { WhatIf } from "./what-if.ts";
import { supposeFacts } from "./what-if.ts";

type DecisionRow = Prisma.DecisionGetPayload<object>;

export interface NamedLine {
  readonly lineItemId: string;
  readonly inventoryItemId: string | null;
  readonly title: string;
}

/**
 * A stored decision explained with the network it was made in. Lists stop at `limit` rows. Throws
 * when the network is gone: decisions keep theirs for good. With other facts supposed, it explains
 * what the engine would have decided instead.
 */
export async function readDecisionView(
  tx: Tx,
  row: DecisionRow,
  lines: readonly NamedLine[],
  locations: ReadonlyMap<string, string>,
  limit: number,
  whatIf?: WhatIf,
): Promise<DecisionView> {
  const { network } = await tx.networkVersion.findUniqueOrThrow({
    where: { shopId_hash: { shopId: row.shopId, hash: row.networkHash } },
  });
  const snapshot = {
    ...(row.snapshot as unknown as StoredSnapshot),
    network: network as unknown as Network,
  };
  const made = { snapshot, decision: row.plan as unknown as Decision, maker: whoMade(row) };
  const facts = gatherFacts(
    { ...(whatIf ? decideAgain(snapshot, whatIf) : made), actor: row.actor },
    {
      locations,
      lines: await nameLines(tx, row.shopId, lines),
      rules: describeRules(snapshot.network, locations),
    },
  );
  return viewDecision(facts, limit);
}

function decideAgain(frozen: StoredSnapshot & Snapshot, whatIf: WhatIf) {
  const { network, ...snapshot } = supposeFacts(frozen, whatIf);
  const decision = routeOrder({ ...withoutNotes(snapshot), network });
  return { snapshot: { ...snapshot, network }, decision, maker: "engine" as const };
}

/** By line: "Enamel Mug / Red", since an order may hold two variants of one product. */
async function nameLines(tx: Tx, shopId: string, lines: readonly NamedLine[]) {
  const ids = lines.flatMap(({ inventoryItemId }) => inventoryItemId ?? []);
  const items = await tx.item.findMany({
    where: { shopId, inventoryItemId: { in: ids } },
    select: { inventoryItemId: true, variantTitle: true },
  });
  const variants = new Map(items.map((item) => [item.inventoryItemId, item.variantTitle]));
  return new Map(
    lines.map(({ lineItemId, inventoryItemId, title }) => [
      lineItemId,
      [title, variants.get(inventoryItemId ?? "")].filter(Boolean).join(" / "),
    ]),
  );
}

/** The guardrails as they stood when the decision was made, in words. */
function describeRules({ ruleset, currency }: Network, locations: ReadonlyMap<string, string>) {
  const words = { currency, locationName: (id: string) => locations.get(id) ?? id };
  return new Map(ruleset.guardrails.map((rule) => [rule.id, describeGuardrail(rule, words)]));
}

// A merchant's own lane of this name would only lose its place in the explanation.
const overrideLane = "sent by a person";

function whoMade({ engineVersion, actor, lane }: DecisionRow): Maker {
  if (engineVersion === MADE_BY_STAFF) return "staff";
  return actor !== "backroom" && lane === overrideLane ? "person" : "engine";
}
