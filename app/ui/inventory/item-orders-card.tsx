import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import type { ItemPage } from "#app/inventory/show-item.server.ts";
import { formatInstant } from "../format-instant.ts";
import { StackingTable } from "../stacking-table.tsx";

/** Who waits for units of the item, and who holds some until Shopify shows it. */
export function ItemOrdersCard({ item }: { readonly item: ItemPage }) {
  const { orders, reservations, timeZone } = item;
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          Open orders
        </Text>
        {orders.length === 0 ? (
          <Text as="p" tone="subdued">
            No open order contains it.
          </Text>
        ) : (
          <StackingTable
            headings={["Order", "Placed", "State", "Units"]}
            figures={["Units"]}
            rows={orders.map((order) => ({
              key: order.orderId,
              cells: [
                <Link key="order" url={`/app/orders/${order.orderId}`}>
                  {order.name}
                </Link>,
                order.placedAt ? formatInstant(order.placedAt, timeZone) : "–",
                order.status,
                order.units,
              ],
            }))}
          />
        )}
        <Text as="h2" variant="headingMd">
          Reserved now
        </Text>
        {reservations.length === 0 ? (
          <Text as="p" tone="subdued">
            Nothing: Shopify shows everything Backroom has decided.
          </Text>
        ) : (
          <StackingTable
            headings={["Order", "Location", "Since", "Units"]}
            figures={["Units"]}
            rows={reservations.map((held, index) => ({
              key: `${held.orderId}-${index}`,
              cells: [
                <Link key="order" url={`/app/orders/${held.orderId}`}>
                  {held.orderName}
                </Link>,
                held.locationName,
                formatInstant(held.since, timeZone),
                held.units,
              ],
            }))}
          />
        )}
      </BlockStack>
    </Card>
  );
}
