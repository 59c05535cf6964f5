import type { BadgeProps } from "@shopify/polaris";
import { Badge } from "@shopify/polaris";
import type { DraftState } from "#app/rules/draft-state.ts";

const looks: Readonly<
  Record<DraftState, { label: string; tone?: NonNullable<BadgeProps["tone"]> }>
> = {
  draft: { label: "Draft" },
  waiting: { label: "Waiting for approval", tone: "attention" },
  approved: { label: "Approved", tone: "success" },
  scheduled: { label: "Scheduled", tone: "info" },
  running: { label: "In force for now", tone: "success" },
  published: { label: "Published", tone: "success" },
  ended: { label: "Over" },
  discarded: { label: "Discarded" },
};

/** Where a draft stands, in words. */
export function DraftStateBadge({ state }: { readonly state: DraftState }) {
  const { label, tone } = looks[state];
  return <Badge {...(tone ? { tone } : {})}>{label}</Badge>;
}
