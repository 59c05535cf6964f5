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
  /** `published` unless told. */
  readonly origin?: RuleOrigin;
  readonly draftId?: string | null;
  readonly approvedBy?: string;
  /** Draft at whose end the former rules come back; without it the version holds for good. */
  readonly temporaryFor?: string | null;
}

/** How a version came to be; `returned`: rules of limited time ended. */
export type RuleOrigin = "published" | "switched" | "scheduled" | "returned" | "rolled_back";

/**
 * Publishes a rule version in the acting person's name, with an audit entry, and lets orders that
 * wait for a rule try again. The caller holds the shop's `rules` lock and numbers the version.
 */
export async function publishRules(
  tx: Tx,
  shop: ShopContext,
  rules: NewRuleVersion,
): Promise<void> {
  const { shopId, actor } = shop;
  const { version, comment, origin = "published", approvedBy = "" } = rules;
  const now = shop.clock.now();
  const disabled = [...rules.disabled];
  await tx.ruleVersion.create({
    data: {
      shopId,
      version,
      ruleset: rules.ruleset as unknown as Prisma.InputJsonObject,
      disabled,
      comment,
      origin,
      approvedBy,
      draftId: rules.draftId ?? null,
      temporaryFor: rules.temporaryFor ?? null,
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
      detail: { comment, disabled, origin, approvedBy },
    },
  });
  await enqueue(tx, "wake-exceptions", { shopId, events: ["rule_published"] });
}
