import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import type { ActionAnswer } from "../action-answer.ts";
import { useAnswerToast } from "../use-answer-toast.ts";
import { useResyncEverything } from "./resync-buttons.tsx";

interface ResyncCardProps {
  readonly locations: readonly { readonly id: string; readonly name: string }[];
  readonly syncing: boolean;
}

/** Compares one location, or everything, with Shopify and repairs what differs. */
export function ResyncCard({ locations, syncing }: ResyncCardProps) {
  const fetcher = useFetcher<ActionAnswer>();
  useAnswerToast(fetcher.data);
  const everything = useResyncEverything();
  const [locationId, setLocationId] = useState(locations[0]?.id ?? "");
  const start = () =>
    void fetcher.submit({ locationId }, { method: "post", action: "/app/inventory/resync" });
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Read from Shopify again
        </Text>
        <Text as="p" tone="subdued">
          {syncing
            ? "A comparison is going on; this page follows it."
            : "One item: on its own page or in the inventory list. A location or everything: here, in the background."}
        </Text>
        <InlineStack gap="300" blockAlign="end">
          <Select
            label="Location"
            options={locations.map(({ id, name }) => ({ value: id, label: name }))}
            value={locationId}
            onChange={setLocationId}
          />
          <Button onClick={start} loading={fetcher.state !== "idle"}>
            Resync this location
          </Button>
          <Button onClick={everything.start} loading={everything.starting}>
            Resync everything
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
