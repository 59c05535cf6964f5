import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import { formatMoney } from "#app/format-money.ts";
import type { DecisionHead, OrderView } from "#app/orders/order-view.ts";
import { describeActor } from "../describe-actor.ts";
import { formatInstant } from "../format-instant.ts";

/** Every decision made for the order, newest first; each can be opened as it was. */
export function DecisionsCard({ order }: { readonly order: OrderView }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Decisions
        </Text>
        {order.decisions.map((decision) => (
          <BlockStack key={decision.sequence}>
            <Text as="p">
              <DecisionLink order={order} decision={decision} />
              {decision.isCurrent ? " (in force)" : ""}: {decision.trigger}
            </Text>
            <Text as="p" tone="subdued" variant="bodySm">
              {formatInstant(decision.createdAt, order.format.timeZone)},{" "}
              {describeActor(decision.actor)}, {describePlan(decision, order.format.currency)}
            </Text>
            {decision.reason ? <Text as="p">“{decision.reason}”</Text> : null}
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}

function DecisionLink({ order, decision }: { order: OrderView; decision: DecisionHead }) {
  const label = `Decision ${decision.sequence}`;
  if (decision.sequence === order.shown?.sequence) return <strong>{label}</strong>;
  return <Link url={`/app/orders/${order.orderId}?decision=${decision.sequence}`}>{label}</Link>;
}

function describePlan({ parcelCount, cost }: DecisionHead, currency: string): string {
  if (parcelCount === 0) return "nothing ships";
  const parcels = parcelCount === 1 ? "1 parcel" : `${parcelCount} parcels`;
  return cost === null ? parcels : `${parcels}, ${formatMoney(cost, currency)}`;
}
