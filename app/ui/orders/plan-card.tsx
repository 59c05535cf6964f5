import { BlockStack, Card, List, Text } from "@shopify/polaris";
import { formatMoney } from "#app/format-money.ts";
import type { DecisionView, ParcelView } from "#app/orders/explanation/decision-view.ts";
import type { ShopFormat } from "#app/shops/read-shop-format.server.ts";
import { describeDays } from "../describe-days.ts";

interface PlanCardProps {
  readonly title: string;
  /** Null: there is nothing to show yet. */
  readonly plan: DecisionView | null;
  readonly format: ShopFormat;
}

/** A plan in short: why, what it costs, and who ships what. */
export function PlanCard({ title, plan, format }: PlanCardProps) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        {plan ? (
          <Plan plan={plan} currency={format.currency} />
        ) : (
          <Text as="p" tone="subdued">
            Suppose something above.
          </Text>
        )}
      </BlockStack>
    </Card>
  );
}

function Plan({ plan, currency }: { readonly plan: DecisionView; readonly currency: string }) {
  const { why, cost, deliveryDays, parcels, unfilled, flip } = plan;
  const figures = [
    cost === null ? "" : formatMoney(cost, currency),
    deliveryDays === null ? "" : describeDays(deliveryDays),
    `${parcels.length} ${parcels.length === 1 ? "parcel" : "parcels"}`,
  ];
  return (
    <>
      <Text as="p">{why}</Text>
      <Text as="p" fontWeight="semibold">
        {figures.filter(Boolean).join(" · ")}
      </Text>
      <List>
        {parcels.map((parcel) => (
          <List.Item key={parcel.locationId}>{describeParcel(parcel)}</List.Item>
        ))}
        {unfilled.map(({ title, units, reason }) => (
          <List.Item key={title}>
            {units} × {title} from nowhere: {reason}
          </List.Item>
        ))}
      </List>
      {flip ? <Text as="p">What would have changed it: {flip}</Text> : null}
    </>
  );
}

function describeParcel({ name, lines }: ParcelView): string {
  return `${name}: ${lines.map(({ units, title }) => `${units} × ${title}`).join(", ")}`;
}
