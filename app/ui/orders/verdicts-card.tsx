import { Badge, BlockStack, Box, Card, Divider, InlineStack, Link, Text } from "@shopify/polaris";
import { Fragment } from "react";
import { formatMoney } from "#app/format-money.ts";
import type { DecisionView, VerdictView } from "#app/orders/explanation/decision-view.ts";
import { ruleAnchor } from "../rule-anchor.ts";
import { useUrlFilters } from "../use-url-filters.ts";

interface VerdictsCardProps {
  readonly decision: DecisionView & { readonly parcelCount: number };
  readonly currency: string;
}

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
            <Verdict verdict={verdict} currency={currency} isCompared={decision.parcelCount > 0} />
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

interface VerdictProps {
  readonly verdict: VerdictView;
  readonly currency: string;
  /** Whether any plan was made that this location could be compared with. */
  readonly isCompared: boolean;
}

function Verdict({ verdict, currency, isCompared }: VerdictProps) {
  return (
    <Box>
      <InlineStack gap="200" blockAlign="center">
        <Text as="h3" variant="headingSm">
          {verdict.name}
        </Text>
        <VerdictBadge verdict={verdict} isCompared={isCompared} />
        {verdict.km === null ? null : (
          <Text as="span" tone="subdued">
            {verdict.km.toLocaleString("en-US")} km
          </Text>
        )}
      </InlineStack>
      {verdict.verdict === "eligible" && isCompared ? (
        <p>{describePrice(verdict.dearer, currency)}</p>
      ) : null}
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

function VerdictBadge({ verdict, isCompared }: Omit<VerdictProps, "currency">) {
  switch (verdict.verdict) {
    case "chosen":
      return <Badge tone="success">Chosen</Badge>;
    case "excluded":
      return <Badge>Left out</Badge>;
    case "eligible":
      if (!isCompared) return <Badge>Not compared</Badge>;
      return (
        <Badge tone="info">{verdict.dearer === null ? "Could ship part" : "Could ship"}</Badge>
      );
  }
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
