import {
  BlockStack,
  Box,
  IndexTable,
  InlineStack,
  Link,
  Text,
  useBreakpoints,
} from "@shopify/polaris";
import type { OrderPage, OrderRow } from "#app/orders/list-orders.server.ts";
import { describeDays } from "../describe-days.ts";
import { EmptyNote } from "../empty-note.tsx";
import { formatInstant } from "../format-instant.ts";
import { formatMoney } from "#app/format-money.ts";
import { OrderStatusBadge } from "../order-status-badge.tsx";
import { queueLabel } from "../queue-label.ts";
import { useUrlFilters } from "../use-url-filters.ts";

const headings = [
  { title: "Order" },
  { title: "Placed" },
  { title: "Status" },
  { title: "Ships from" },
  { title: "Cost", alignment: "end" as const },
  { title: "Delivery" },
  { title: "Needs" },
] as const;

/** The order list; on a phone every order is one short block instead of a row. */
export function OrderTable({ page }: { readonly page: OrderPage }) {
  const { smDown } = useBreakpoints();
  return (
    <IndexTable
      resourceName={{ singular: "order", plural: "orders" }}
      itemCount={page.rows.length}
      headings={[...headings]}
      selectable={false}
      condensed={smDown}
      emptyState={<NoOrders />}
    >
      {page.rows.map((row, position) => (
        <IndexTable.Row key={row.orderId} id={row.orderId} position={position}>
          {smDown ? <CondensedOrder row={row} page={page} /> : <OrderCells row={row} page={page} />}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

interface RowProps {
  readonly row: OrderRow;
  readonly page: OrderPage;
}

function OrderCells({ row, page: { format } }: RowProps) {
  return (
    <>
      <IndexTable.Cell>
        <OrderLink row={row} />
      </IndexTable.Cell>
      <IndexTable.Cell>{formatInstant(row.placedAt, format.timeZone)}</IndexTable.Cell>
      <IndexTable.Cell>
        <OrderStatusBadge status={row.status} />
      </IndexTable.Cell>
      <IndexTable.Cell>{row.shipsFrom.join(" + ") || "–"}</IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {row.cost === null ? "–" : formatMoney(row.cost, format.currency)}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>{describeDelivery(row)}</IndexTable.Cell>
      <IndexTable.Cell>
        <ExceptionLink row={row} />
      </IndexTable.Cell>
    </>
  );
}

function CondensedOrder({ row, page: { format } }: RowProps) {
  const cost = row.cost === null ? "" : formatMoney(row.cost, format.currency);
  const details = [row.shipsFrom.join(" + "), cost, row.cost && describeDelivery(row)];
  return (
    <Box padding="300" width="100%">
      <BlockStack gap="100">
        <InlineStack align="space-between" gap="200">
          <OrderLink row={row} />
          <Text as="span" tone="subdued">
            {formatInstant(row.placedAt, format.timeZone)}
          </Text>
        </InlineStack>
        <Text as="span">{details.filter(Boolean).join(" · ")}</Text>
        <InlineStack gap="200">
          <OrderStatusBadge status={row.status} />
          <ExceptionLink row={row} />
        </InlineStack>
      </BlockStack>
    </Box>
  );
}

function OrderLink({ row }: { readonly row: OrderRow }) {
  return (
    <Link dataPrimaryLink monochrome removeUnderline url={`/app/orders/${row.orderId}`}>
      <Text as="span" fontWeight="semibold">
        {row.name}
      </Text>
    </Link>
  );
}

function ExceptionLink({ row: { exception } }: { readonly row: OrderRow }) {
  if (!exception) return null;
  return (
    <Link url={`/app/exceptions/${exception.exceptionId}`}>{queueLabel(exception.queue)}</Link>
  );
}

/** "2 days", and how that compares with what the customer was promised; pickup orders have no way. */
function describeDelivery({ deliveryDays, promisedDays, deliveryMethod }: OrderRow): string {
  if (deliveryMethod === "pickup") return "Customer collects";
  if (deliveryDays === null) return "–";
  const days = describeDays(deliveryDays);
  if (promisedDays === null) return days;
  return deliveryDays > promisedDays ? `${days}, promised ${promisedDays}` : `${days}, as promised`;
}

function NoOrders() {
  const filters = useUrlFilters();
  const filtered = ["tab", "search", "location", "from", "to"].some((name) => filters.get(name));
  return filtered ? (
    <EmptyNote heading="No order fits these filters">
      Try another tab, a wider range of days, or clear the search.
    </EmptyNote>
  ) : (
    <EmptyNote heading="No orders yet">
      Orders appear here by themselves, seconds after they are placed in your shop.
    </EmptyNote>
  );
}
