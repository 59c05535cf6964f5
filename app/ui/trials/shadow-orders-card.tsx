import { Link } from "@remix-run/react";
import { BlockStack, Card, Text } from "@shopify/polaris";
import { formatMoney } from "#app/format-money.ts";
import type { ShadowReport } from "#app/insights/shadow/shadow-view.ts";
import { EmptyNote } from "../empty-note.tsx";
import { StackingTable } from "../stacking-table.tsx";
import { WrappedText } from "../wrapped-text.tsx";

/** The orders the draft would have decided otherwise, the latest first. */
export function ShadowOrdersCard({ report }: { readonly report: ShadowReport }) {
  const { orders, format } = report;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Orders that differ
        </Text>
        {orders.length === 0 ? (
          <EmptyNote heading="No order differs">
            So far the draft decides every order as the live rules do.
          </EmptyNote>
        ) : (
          <StackingTable
            headings={["Order", "Live rules", "Draft", "Cost"]}
            figures={["Cost"]}
            rows={orders.map((order) => ({
              key: order.orderId,
              cells: [
                <Link key="name" to={`/app/orders/${order.orderId}`}>
                  {order.name}
                </Link>,
                <WrappedText key="before">{order.before}</WrappedText>,
                <WrappedText key="after">{order.after}</WrappedText>,
                describeCost(order.costDifference, format.currency),
              ],
            }))}
          />
        )}
      </BlockStack>
    </Card>
  );
}

function describeCost(difference: string | null, currency: string): string {
  if (difference === null || Number(difference) === 0) return "–";
  return `${Number(difference) > 0 ? "+" : ""}${formatMoney(difference, currency)}`;
}
