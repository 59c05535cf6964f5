import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { ShelfSettings } from "#app/inventory/import/check-settings-file.server.ts";
import type { ImportView } from "#app/inventory/import/show-import.server.ts";
import type { ActionAnswer } from "../action-answer.ts";
import { StackingTable } from "../stacking-table.tsx";
import { useAnswerToast } from "../use-answer-toast.ts";

/** What a checked file would change, and the button that does it. */
export function ImportCard({ checked }: { readonly checked: ImportView }) {
  const fetcher = useFetcher<ActionAnswer>();
  useAnswerToast(fetcher.data);
  const { importId, changeCount, changes, status } = checked;
  const action = `/app/inventory/import/${importId}/apply`;
  const apply = () => void fetcher.submit({}, { method: "post", action });
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {describeImport(checked)}
        </Text>
        {fetcher.data?.ok === false ? <Banner tone="warning">{fetcher.data.message}</Banner> : null}
        {changes.length > 0 ? (
          <StackingTable
            headings={["Item", "Location", "Now", "With the file"]}
            rows={changes.map((change) => ({
              key: `${change.inventoryItemId}@${change.locationId}`,
              cells: [change.sku, change.place, describe(change.before), describe(change.after)],
            }))}
          />
        ) : null}
        {changeCount > changes.length ? (
          <Text as="p" tone="subdued">
            and {(changeCount - changes.length).toLocaleString("en-US")} more
          </Text>
        ) : null}
        {status === "checked" && changeCount > 0 ? (
          <InlineStack>
            <Button variant="primary" onClick={apply} loading={fetcher.state !== "idle"}>
              {`Apply ${changeCount.toLocaleString("en-US")} ${changeCount === 1 ? "change" : "changes"}`}
            </Button>
          </InlineStack>
        ) : null}
      </BlockStack>
    </Card>
  );
}

function describeImport({ filename, lines, changeCount, status }: ImportView): string {
  const name = filename || "The file";
  const changes = changeCount.toLocaleString("en-US");
  if (status === "applied") return `${name}: applied, ${changes} changed`;
  if (changeCount === 0) return `${name}: all settings are like this already`;
  return `${name}: ${changes} of ${lines.toLocaleString("en-US")} lines differ from today’s settings`;
}

function describe({ safetyStock, pooled }: ShelfSettings): string {
  const kept = safetyStock === null ? "inherits safety stock" : `keeps ${safetyStock}`;
  if (pooled === null) return `${kept}, inherits the pool`;
  return `${kept}, ${pooled ? "in the pool" : "not in the pool"}`;
}
