import { Badge, BlockStack, Box, Card, Divider, InlineStack, Link, Text } from "@shopify/polaris";
import { Fragment } from "react";
import { formatMoney } from "#app/format-money.ts";
import type { DecisionView, VerdictView } from "#app/orders/explanation/decision-view.ts";
import { ruleAnchor } from "../rule-anchor.ts";
import { useUrlFilters } from "../use-url-filters.ts";

interface VerdictsCardProps {
  readonly decision: DecisionView;
  readonly currency: string;
}

const badges = {
  chosen: <Badge tone="success">Chosen</Badge>,
  eligible: <Badge tone="info">Could ship</Badge>,
  excluded: <Badge>Left out</Badge>,
} as const;

/** Every location, and what became of it in this decision. */
export function VerdictsCard({ decision, currency }: VerdictsCardProps) {
  const filters = useUrlFilters();
  const hidden = decision.verdictCount - decision.verdicts.length;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Every location
        </Text>
        {decision.verdicts.map((verdict) => (
          <Fragment key={verdict.locationId}>
            <Divider />
            <Verdict verdict={verdict} currency={currency} />
          </Fragment>
        ))}
        {hidden > 0 ? (
          <Link onClick={() => filters.set("locations", "all")}>
            Show the other {hidden.toLocaleString("en-US")} locations
          </Link>
        ) : null}
      </BlockStack>
    </Card>
  );
}

function Verdict({ verdict, currency }: { verdict: VerdictView; currency: string }) {
  return (
    <Box>
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {verdict.name}
        </Text>
        {badges[verdict.verdict]}
        {verdict.km === null ? null : (
          <Text as="span" tone="subdued">
            {verdict.km} km
          </Text>
        )}
      </InlineStack>
      {verdict.verdict === "eligible" ? <p>{describePrice(verdict.dearer, currency)}</p> : null}
      {verdict.reasons.map(({ text, rule }) => (
        <p key={`${text} ${rule?.id}`}>
          {text}.{" "}
          {rule ? (
            <Link url={`/app/rules#${ruleAnchor(rule.id)}`}>Rule: {rule.sentence}</Link>
          ) : null}
        </p>
      ))}
    </Box>
  );
}

function describePrice(dearer: string | null, currency: string): string {
  if (dearer === null) return "Has some of the order, but cannot ship all of it.";
  const difference = Number(dearer);
  if (difference === 0) return "Shipping everything from here costs the same.";
  const amount = formatMoney(String(Math.abs(difference)), currency);
  return difference > 0
    ? `Shipping everything from here costs ${amount} more.`
    : `Shipping everything from here costs ${amount} less, but your priorities put something else first.`;
}
