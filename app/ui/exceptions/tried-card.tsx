import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { ExceptionDetails } from "#app/exceptions/show-exception.server.ts";
import { formatInstant } from "../format-instant.ts";

/** What has been tried so far, newest first, and what makes Backroom try again by itself. */
export function TriedCard({ exception }: { readonly exception: ExceptionDetails }) {
  const { tried, wakesOn, status, timeZone } = exception;
  return (
    <Card>
      <BlockStack gap="300">
        {status === "open" ? <WakesOn events={wakesOn} /> : null}
        {tried.length > 0 ? (
          <Text as="h2" variant="headingMd">
            What happened so far
          </Text>
        ) : null}
        {tried.map((event, index) => (
          <BlockStack key={index}>
            <Text as="p">{event.message}</Text>
            <InlineStack gap="200">
              <Text as="span" tone="subdued">
                {formatInstant(event.at, timeZone)}
              </Text>
              <Text as="span" tone="subdued">
                {event.actor === "backroom" ? "Backroom" : event.actor}
              </Text>
            </InlineStack>
          </BlockStack>
        ))}
      </BlockStack>
    </Card>
  );
}

function WakesOn({ events }: { readonly events: readonly string[] }) {
  return (
    <BlockStack gap="100">
      <Text as="h2" variant="headingMd">
        Settles itself when
      </Text>
      {events.length === 0 ? (
        <Text as="p">Nothing would settle this by itself: it waits for you.</Text>
      ) : (
        events.map((event) => (
          <Text as="p" key={event}>
            {event}
          </Text>
        ))
      )}
    </BlockStack>
  );
}
