import { useFetcher } from "@remix-run/react";
import { BlockStack, Button, Card, InlineStack, Select, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { ItemPage } from "#app/inventory/show-item.server.ts";
import type { ActionAnswer } from "../action-answer.ts";
import { useAnswerToast } from "../use-answer-toast.ts";
import { pooledOptions, pooledValue } from "./pooled-options.ts";

/** What holds for an item at every location that says nothing else of it. */
export function ItemSettingsCard({ item }: { readonly item: ItemPage }) {
  const fetcher = useFetcher<ActionAnswer>();
  useAnswerToast(fetcher.data);
  const [safetyStock, setSafetyStock] = useState(item.safetyStock?.toString() ?? "");
  const [pooled, setPooled] = useState<string>(pooledValue(item.pooled));
  const errors = fetcher.data?.ok === false ? fetcher.data.errors : undefined;
  const action = `/app/inventory/items/${item.inventoryItemId}/settings`;
  return (
    <Card>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void fetcher.submit({ safetyStock, pooled }, { method: "post", action });
        }}
      >
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            This item everywhere
          </Text>
          <InlineStack gap="300" blockAlign="start">
            <TextField
              label="Safety stock"
              helpText="At every location. Empty: inherited."
              inputMode="numeric"
              autoComplete="off"
              value={safetyStock}
              onChange={setSafetyStock}
              error={errors?.safetyStock ?? ""}
            />
            <Select
              label="Pool"
              options={[...pooledOptions]}
              value={pooled}
              onChange={setPooled}
              error={errors?.pooled ?? ""}
            />
          </InlineStack>
          <InlineStack>
            <Button submit loading={fetcher.state !== "idle"}>
              Save for all locations
            </Button>
          </InlineStack>
        </BlockStack>
      </form>
    </Card>
  );
}
