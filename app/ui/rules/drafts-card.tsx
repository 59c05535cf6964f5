import { Link } from "@remix-run/react";
import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { RulesView } from "#app/rules/show-rules.server.ts";
import { describeActor } from "../describe-actor.ts";
import { describeAge } from "../describe-time-left.ts";
import { describePeriod } from "./describe-period.ts";
import { DraftStateBadge } from "./draft-state-badge.tsx";

/** Rules being worked on, waiting, or on the calendar. */
export function DraftsCard({ rules }: { readonly rules: RulesView }) {
  const { drafts, format } = rules;
  const nowMs = Date.parse(format.now);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Drafts and schedule
        </Text>
        {drafts.length === 0 ? (
          <Text as="p" tone="subdued">
            Nothing is being changed. “Change rules” starts a draft; your rules stay as they are
            until you publish it.
          </Text>
        ) : null}
        {drafts.map((draft) => (
          <BlockStack gap="050" key={draft.draftId}>
            <InlineStack gap="200" blockAlign="center">
              <Link to={`/app/rules/drafts/${draft.draftId}`}>{draft.name}</Link>
              <DraftStateBadge state={draft.state} />
            </InlineStack>
            <Text as="p" tone="subdued">
              {describePeriod(draft, format.timeZone) ||
                `Changed ${describeAge(nowMs, draft.changedAt)} by ${describeActor(draft.changedBy)}`}
            </Text>
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}
