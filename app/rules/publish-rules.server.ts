import type { Tx } from "#app/db.server.ts";
import type { Prisma } from "#app/generated/prisma/client.ts";
import { enqueue } from "#app/queue/enqueue.server.ts";
import type { Ruleset } from "#app/routing/ruleset.ts";
import type { ShopContext } from "#app/shop-context.ts";

export interface NewRuleVersion {
  readonly version: number;
  readonly ruleset: Ruleset;
  readonly disabled: readonly string[];
  readonly comment: string;
}

/**
 * Publishes a rule version in the acting person's name, with an audit entry, and lets orders that
 * wait for a rule try again. The caller holds the shop's `rules` lock and numbers the version.
 */
export async function publishRules(
  tx: Tx,
  shop: ShopContext,
  { version, ruleset, disabled, comment }: NewRuleVersion,
): Promise<void> {
  const { shopId, actor } = shop;
  const now = shop.clock.now();
  const json = ruleset as unknown as Prisma.InputJsonObject;
  await tx.ruleVersion.create({
    data: {
      shopId,
      version,
      ruleset: json,
      disabled: [...disabled],
      comment,
      publishedBy: actor.name,
      publishedAt: now,
    },
  });
  await tx.auditEntry.create({
    data: {
      shopId,
      at: now,
      actor: actor.name,
      action: "rules_published",
      subject: `rules ${version}`,
      detail: { comment, disabled: [...disabled] },
    },
  });
  await enqueue(tx, "wake-exceptions", { shopId, events: ["rule_published"] });
}
