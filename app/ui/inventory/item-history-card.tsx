import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import type { ItemEvent } from "#app/inventory/item-history.server.ts";
import type { ItemPage } from "#app/inventory/show-item.server.ts";
import { EmptyNote } from "../empty-note.tsx";
import { formatInstant } from "../format-instant.ts";
import { StackingTable } from "../stacking-table.tsx";

const causes: Readonly<Record<string, string>> = {
  shopify: "Changed in Shopify",
  routing: "Read after an order was placed there or moved",
  import: "Import of everything",
  audit: "Comparison with Shopify",
  resync: "Read again from Shopify",
  correction: "Corrected after a rejected pick",
  count: "Counted",
  disconnected: "No longer stocked there",
  reserved: "Reserved by Backroom",
  reflected: "Shopify shows the reserved units",
  released: "Reservation given up",
};

/** What changed what is available, and why as far as Backroom knows. */
export function ItemHistoryCard({ item }: { readonly item: ItemPage }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Movements
        </Text>
        {item.history.length === 0 ? (
          <EmptyNote heading="Nothing moved yet">
            Changes appear as Shopify tells of them, and are kept for 180 days.
          </EmptyNote>
        ) : (
          <StackingTable
            headings={["When", "Location", "What", "Units", "Available then"]}
            figures={["Units", "Available then"]}
            rows={item.history.map((event) => ({
              key: event.key,
              cells: cellsOf(event, item.timeZone),
            }))}
          />
        )}
      </BlockStack>
    </Card>
  );
}

function cellsOf(event: ItemEvent, timeZone: string) {
  const isHold = event.after === null;
  return [
    formatInstant(event.at, timeZone),
    event.locationName,
    <span key="what">
      {causes[event.cause] ?? event.cause}
      {event.actor ? ` by ${event.actor}` : ""}
      {event.orderId ? (
        <>
          {" for "}
          <Link url={`/app/orders/${event.orderId}`}>{event.orderName ?? event.orderId}</Link>
        </>
      ) : null}
    </span>,
    isHold || event.units < 0 ? String(event.units) : `+${event.units}`,
    event.after ?? "–",
  ];
}
