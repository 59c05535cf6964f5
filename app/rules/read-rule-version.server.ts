import type { Tx } from "#app/db.server.ts";
import type { RuleVersion } from "#app/generated/prisma/client.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { parseRuleset } from "./parse-ruleset.ts";
import type { RuleOrigin } from "./publish-rules.server.ts";
import type { LiveRules } from "./read-live-rules.server.ts";

/** One published version of the rules, in force or not; null when there is none of this number. */
export async function readRuleVersion(
  tx: Tx,
  { shopId }: ShopContext,
  version: number,
): Promise<LiveRules | null> {
  const row = await tx.ruleVersion.findUnique({ where: { shopId_version: { shopId, version } } });
  return row && toRules(row);
}

/** A stored version, its rules read as strictly as when they were published. */
export function toRules({ shopId: _, ...row }: RuleVersion): LiveRules {
  return {
    ...row,
    origin: row.origin as RuleOrigin,
    ruleset: parseRuleset(row.ruleset, "$", "product"),
  };
}
