import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, ButtonGroup, Card, InlineStack, Link, Text } from "@shopify/polaris";
import type { GroupList, GroupRow } from "#app/inventory/pool/list-groups.server.ts";
import type { ActionAnswer } from "../action-answer.ts";
import { EmptyNote } from "../empty-note.tsx";
import { StackingTable } from "../stacking-table.tsx";
import { useAnswerToast } from "../use-answer-toast.ts";

/** The product groups in their order: an item belongs to the first that takes it. */
export function GroupsCard({ list }: { readonly list: GroupList }) {
  const { rows, itemsWithoutGroup } = list;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            Product groups
          </Text>
          <Button url="/app/inventory/pool/groups/new">Add group</Button>
        </InlineStack>
        <Text as="p" tone="subdued">
          An item belongs to the first group that takes it. The nearest setting holds: item at a
          location, item, group at a location, group, location, shop.
        </Text>
        {rows.length === 0 ? (
          <EmptyNote heading="No groups yet">
            Make one for goods that should be kept, pooled or trusted alike, such as shoes.
          </EmptyNote>
        ) : (
          <StackingTable
            headings={["Group", "Takes", "Items", "Safety stock", "Pool", "Order"]}
            figures={["Items"]}
            rows={rows.map((row, index) => ({
              key: row.groupId,
              cells: cellsOf(row, index, rows.length),
            }))}
          />
        )}
        {rows.length > 0 ? (
          <Text as="p" tone="subdued">
            {itemsWithoutGroup.toLocaleString("en-US")} items belong to no group.
          </Text>
        ) : null}
      </BlockStack>
    </Card>
  );
}

function cellsOf(row: GroupRow, index: number, count: number) {
  const places = row.places > 0 ? `, else at ${row.places} locations` : "";
  return [
    <Link key="group" url={`/app/inventory/pool/groups/${row.groupId}`}>
      {row.name}
    </Link>,
    row.takes,
    row.items.toLocaleString("en-US"),
    row.safetyStock === null ? `Inherited${places}` : `${row.safetyStock}${places}`,
    describePooled(row.pooled),
    <MoveButtons key="move" row={row} isFirst={index === 0} isLast={index === count - 1} />,
  ];
}

function describePooled(pooled: boolean | null): string {
  if (pooled === null) return "Inherited";
  return pooled ? "In" : "Not in the pool";
}

interface MoveButtonsProps {
  readonly row: GroupRow;
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

function MoveButtons({ row, isFirst, isLast }: MoveButtonsProps) {
  const fetcher = useFetcher<ActionAnswer>();
  useAnswerToast(fetcher.data);
  const move = (direction: "up" | "down") =>
    void fetcher.submit(
      { direction },
      { method: "post", action: `/app/inventory/pool/groups/${row.groupId}/move` },
    );
  return (
    <ButtonGroup>
      <Button
        size="slim"
        disabled={isFirst}
        onClick={() => move("up")}
        accessibilityLabel={`Move ${row.name} up`}
      >
        Up
      </Button>
      <Button
        size="slim"
        disabled={isLast}
        onClick={() => move("down")}
        accessibilityLabel={`Move ${row.name} down`}
      >
        Down
      </Button>
    </ButtonGroup>
  );
}
