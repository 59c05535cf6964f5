import type { RuleOrigin } from "./publish-rules.server.ts";
import type { LiveRules } from "./read-live-rules.server.ts";

/** What is said of a version beside its rules, as plain JSON. */
export interface RuleVersionHead {
  readonly version: number;
  readonly comment: string;
  readonly publishedBy: string;
  /** ISO 8601. */
  readonly publishedAt: string;
  /** "" when nobody's approval was asked for. */
  readonly approvedBy: string;
  readonly origin: RuleOrigin;
  readonly isTemporary: boolean;
}

/** A version's head, without its rules. */
export function toVersionHead(rules: Omit<LiveRules, "ruleset" | "disabled">): RuleVersionHead {
  const { version, comment, publishedBy, publishedAt, approvedBy, origin, temporaryFor } = rules;
  return {
    ...{ version, comment, publishedBy, approvedBy, origin },
    publishedAt: publishedAt.toISOString(),
    isTemporary: temporaryFor !== null,
  };
}
