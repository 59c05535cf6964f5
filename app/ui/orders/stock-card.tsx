import { BlockStack, Card, Link, Text } from "@shopify/polaris";
import type { DecisionView } from "#app/orders/explanation/decision-view.ts";
import { StackingTable } from "../stacking-table.tsx";
import { useUrlFilters } from "../use-url-filters.ts";

/** The stock figures the decision was made with, which may since have changed. */
export function StockCard({ decision }: { readonly decision: DecisionView }) {
  const filters = useUrlFilters();
  const { stock, stockCount } = decision;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Stock at that moment
        </Text>
        <Text as="p" tone="subdued">
          This order’s own units are counted as available. “Could promise” is what is available less
          the safety stock you keep back.
        </Text>
        {stock.length === 0 ? (
          <Text as="p">No location had any of these items.</Text>
        ) : (
          <StackingTable
            headings={["Location", "Item", "Available", "Safety stock", "Could promise"]}
            figures={["Available", "Safety stock", "Could promise"]}
            rows={stock.map((row) => ({
              key: `${row.location} ${row.title}`,
              cells: [
                row.location,
                row.title,
                row.available ?? "Not counted",
                row.safetyStock,
                row.promisable ?? "Any number",
              ],
            }))}
          />
        )}
        {stockCount > stock.length ? (
          <Link onClick={() => filters.set("locations", "all")}>
            Show all {stockCount.toLocaleString("en-US")} figures
          </Link>
        ) : null}
      </BlockStack>
    </Card>
  );
}
