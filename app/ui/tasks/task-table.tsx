import { IndexTable, InlineStack, Link, Text, useBreakpoints } from "@shopify/polaris";
import type { PickTaskPage, PickTaskRow } from "#app/picking/list-pick-tasks.server.ts";
import { CondensedRow } from "../condensed-row.tsx";
import { describeDelivery, describeUnits } from "../describe-delivery.ts";
import { describeTimeLeft } from "../describe-time-left.ts";
import { EmptyNote } from "../empty-note.tsx";
import { formatInstant } from "../format-instant.ts";
import { useUrlFilters } from "../use-url-filters.ts";
import { TakeBackButton } from "./take-back-button.tsx";
import { TaskStatusBadge } from "./task-status-badge.tsx";

const headings = [
  { title: "Order" },
  { title: "Location" },
  { title: "Status" },
  { title: "Due" },
  { title: "Units", alignment: "end" as const },
  { title: "Delivery" },
  { title: "Who" },
  { title: "Actions", hidden: true },
] as const;

/** The pick task list; on a phone every task is one short block instead of a row. */
export function TaskTable({ page }: { readonly page: PickTaskPage }) {
  const { smDown } = useBreakpoints();
  return (
    <IndexTable
      resourceName={{ singular: "pick task", plural: "pick tasks" }}
      itemCount={page.rows.length}
      headings={[...headings]}
      selectable={false}
      condensed={smDown}
      emptyState={<NoTasks />}
    >
      {page.rows.map((row, position) => (
        <IndexTable.Row key={row.taskId} id={row.taskId} position={position}>
          {smDown ? <CondensedTask row={row} page={page} /> : <TaskCells row={row} page={page} />}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

interface RowProps {
  readonly row: PickTaskRow;
  readonly page: PickTaskPage;
}

function TaskCells({ row, page }: RowProps) {
  return (
    <>
      <IndexTable.Cell>
        <OrderLink row={row} />
      </IndexTable.Cell>
      <IndexTable.Cell>{row.locationName}</IndexTable.Cell>
      <IndexTable.Cell>
        <TaskStatusBadge status={row.status} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Due row={row} page={page} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <Text as="span" alignment="end" numeric>
          {row.units}
        </Text>
      </IndexTable.Cell>
      <IndexTable.Cell>{describeDelivery(row.deliveryMethod)}</IndexTable.Cell>
      <IndexTable.Cell>{row.acceptedBy || "–"}</IndexTable.Cell>
      <IndexTable.Cell>
        <TakeBackButton task={row} />
      </IndexTable.Cell>
    </>
  );
}

function CondensedTask({ row, page }: RowProps) {
  const details = [row.locationName, describeUnits(row.units), row.acceptedBy];
  return (
    <CondensedRow>
      <InlineStack align="space-between" gap="200">
        <OrderLink row={row} />
        <Due row={row} page={page} />
      </InlineStack>
      <Text as="span">{details.filter(Boolean).join(" · ")}</Text>
      <InlineStack gap="200" align="space-between" blockAlign="center">
        <TaskStatusBadge status={row.status} />
        <TakeBackButton task={row} />
      </InlineStack>
    </CondensedRow>
  );
}

// Not the row's primary link: Polaris would follow it on every click in the row, the button included.
function OrderLink({ row }: { readonly row: PickTaskRow }) {
  return (
    <Link monochrome removeUnderline url={`/app/orders/${row.orderId}`}>
      <Text as="span" fontWeight="semibold">
        {row.orderName}
      </Text>
    </Link>
  );
}

/** Time left while work is to be done; afterwards when and why it ended. */
function Due({ row, page: { now, timeZone } }: RowProps) {
  if (row.endedAt) {
    const reason = row.endedReason ? ` · ${row.endedReason}` : "";
    return (
      <Text as="span" tone="subdued">
        {formatInstant(row.endedAt, timeZone)}
        {reason}
      </Text>
    );
  }
  if (row.status === "packed") return <Text as="span">–</Text>;
  return (
    <Text
      as="span"
      {...(row.late ? { tone: "critical" as const, fontWeight: "semibold" as const } : {})}
    >
      {describeTimeLeft(Date.parse(now), row.deadlineAt)}
    </Text>
  );
}

function NoTasks() {
  const filters = useUrlFilters();
  return filters.get("view") || filters.get("location") ? (
    <EmptyNote heading="No pick task here">Choose another view or all locations.</EmptyNote>
  ) : (
    <EmptyNote heading="Nothing to pick right now">
      A task appears for every parcel the moment its order is routed to a store or warehouse.
    </EmptyNote>
  );
}
