import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, InlineStack, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { ActionAnswer } from "../action-answer.ts";
import { useAnswerToast } from "../use-answer-toast.ts";

interface CountFormProps {
  readonly shelf: {
    readonly inventoryItemId: string;
    readonly locationId: string;
    readonly locationName: string;
    readonly title: string;
    readonly onHand: number;
  };
}

/** What a person found on a shelf. Shopify gets it only while its own figure is the one shown here. */
export function CountForm({ shelf }: CountFormProps) {
  const fetcher = useFetcher<ActionAnswer>();
  const [counted, setCounted] = useState("");
  useAnswerToast(fetcher.data, () => setCounted(""));
  const refused = fetcher.data?.ok === false ? fetcher.data : undefined;
  const { inventoryItemId, locationId, onHand } = shelf;
  const fields = { inventoryItemId, locationId, counted, seenOnHand: String(onHand) };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void fetcher.submit(fields, { method: "post", action: "/app/inventory/count/save" });
      }}
    >
      <BlockStack gap="200">
        {refused?.message ? <Banner tone="warning">{refused.message}</Banner> : null}
        <InlineStack gap="200" blockAlign="start" wrap={false}>
          <TextField
            label={`Units of ${shelf.title} found at ${shelf.locationName}`}
            labelHidden
            placeholder="Found"
            inputMode="numeric"
            autoComplete="off"
            size="slim"
            maxLength={7}
            value={counted}
            onChange={setCounted}
            error={refused?.errors?.counted ?? ""}
          />
          <Button
            submit
            size="slim"
            loading={fetcher.state !== "idle"}
            accessibilityLabel={`Save the count of ${shelf.title} at ${shelf.locationName}`}
          >
            Save count
          </Button>
        </InlineStack>
      </BlockStack>
    </form>
  );
}
