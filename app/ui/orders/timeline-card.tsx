import { BlockStack, Card, Text } from "@shopify/polaris";
import type { OrderStep, OrderView } from "#app/orders/order-view.ts";
import { describeActor } from "../describe-actor.ts";
import { formatInstant } from "../format-instant.ts";

/** What happened to the order, from Shopify's first word to now. Nothing here is ever rewritten. */
export function TimelineCard({ order: { events, format, name } }: { readonly order: OrderView }) {
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
              <Text as="p">{describeStep(event, name)}</Text>
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

/** An exception tells whose it is; on the order's own page its name would only repeat the heading. */
function describeStep({ kind, message }: OrderStep, name: string): string {
  if (kind !== "exception_raised") return message;
  return `Needs you: ${message.startsWith(`${name}: `) ? message.slice(name.length + 2) : message}`;
}
