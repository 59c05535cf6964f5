import { Link } from "@remix-run/react";
import { BlockStack, Box, Card, InlineStack, List, Text } from "@shopify/polaris";
import { formatMoney } from "#app/format-money.ts";
import type { OrderView } from "#app/orders/order-view.ts";
import { describeDays } from "../describe-days.ts";
import { describeDelivery } from "../describe-delivery.ts";
import { describeActor } from "../describe-actor.ts";
import { formatInstant } from "../format-instant.ts";

interface WhyCardProps {
  readonly order: OrderView;
  readonly shown: NonNullable<OrderView["shown"]>;
}

/** The decision in a few sentences: why, how sure, what was given up, what would change it. */
export function WhyCard({ order, shown }: WhyCardProps) {
  const { format } = order;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {nameQuestion(order, shown)}
        </Text>
        <Text as="p" variant="bodyLg">
          {shown.why}
        </Text>
        <InlineStack gap="600">
          {shown.cost === null ? null : (
            <Figure label="Cost of fulfilment" value={formatMoney(shown.cost, format.currency)} />
          )}
          <Delivery order={order} shown={shown} />
          {shown.parcelCount === 0 ? null : (
            <Figure label="Parcels" value={String(shown.parcelCount)} />
          )}
        </InlineStack>
        {shown.relaxed.length > 0 ? (
          <BlockStack gap="100">
            <Text as="h3" variant="headingSm">
              Your rules allowed no plan at first, so
            </Text>
            <List>
              {shown.relaxed.map((sentence) => (
                <List.Item key={sentence}>{sentence}</List.Item>
              ))}
            </List>
          </BlockStack>
        ) : null}
        {shown.proof ? <Text as="p">{shown.proof}</Text> : null}
        {shown.flip ? (
          <Box background="bg-surface-secondary" padding="300" borderRadius="200">
            <Text as="p">What would have changed it: {shown.flip}</Text>
          </Box>
        ) : null}
        <Link to={`/app/orders/${order.orderId}/what-if`}>
          What if a location were closed, or had more or less?
        </Link>
        <Text as="p" tone="subdued">
          Decision {shown.sequence}, {formatInstant(shown.createdAt, format.timeZone)}, because:{" "}
          {shown.trigger}. By {describeActor(shown.actor)}, with version {shown.ruleVersion} of your
          rules{shown.lane ? `, lane “${shown.lane}”` : ""}
          {shown.reason ? `. Reason given: “${shown.reason}”` : ""}.
        </Text>
      </BlockStack>
    </Card>
  );
}

function nameQuestion({ deliveryMethod }: OrderView, { parcelCount }: WhyCardProps["shown"]) {
  if (parcelCount === 0) return "Why it does not ship";
  return deliveryMethod === "pickup" ? "Why it is collected there" : "Why it ships this way";
}

function Delivery({ order, shown: { deliveryDays, promisedDays } }: WhyCardProps) {
  if (deliveryDays === null) return null;
  const value =
    order.deliveryMethod === "pickup"
      ? describeDelivery("pickup")
      : describePromise(deliveryDays, promisedDays);
  return <Figure label="Delivery" value={value} />;
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <BlockStack>
      <Text as="span" tone="subdued">
        {label}
      </Text>
      <Text as="span" variant="headingMd">
        {value}
      </Text>
    </BlockStack>
  );
}

function describePromise(days: number, promised: number | null): string {
  const words = describeDays(days);
  return promised === null ? words : `${words} (promised ${promised})`;
}
