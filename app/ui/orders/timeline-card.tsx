import { BlockStack, Card, Text } from "@shopify/polaris";
import type { OrderView } from "#app/orders/order-view.ts";
import { describeActor } from "../describe-actor.ts";
import { formatInstant } from "../format-instant.ts";

/** What happened to the order, from Shopify's first word to now. Nothing here is ever rewritten. */
export function TimelineCard({ order: { events, format } }: { readonly order: OrderView }) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Timeline
        </Text>
        {events.length === 0 ? <Text as="p">Nothing has happened yet.</Text> : null}
        <ol style={{ listStyle: "none", margin: 0, padding: 0 }}>
          {events.map((event) => (
            <li key={event.eventId} style={{ paddingBlockEnd: "0.75rem" }}>
              <Text as="p">{event.message}</Text>
              <Text as="p" tone="subdued" variant="bodySm">
                <time dateTime={event.at}>{formatInstant(event.at, format.timeZone)}</time>,{" "}
                {describeActor(event.actor)}
              </Text>
            </li>
          ))}
        </ol>
      </BlockStack>
    </Card>
  );
}
