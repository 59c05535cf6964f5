import { BlockStack, Box, Card, Text } from "@shopify/polaris";
import { formatMoney } from "#app/format-money.ts";
import type { ShadowReport, ShadowSide } from "#app/insights/shadow/shadow-view.ts";
import { EmptyNote } from "../empty-note.tsx";
import { StackingTable } from "../stacking-table.tsx";
import { describeDifference } from "./describe-difference.ts";

/** Fewer orders than this may show anything. */
const ENOUGH = 30;

/** What the draft would have changed so far: sentences first, then the figures side by side. */
export function ShadowTotalsCard({ report }: { readonly report: ShadowReport }) {
  const { head, live, shadow, format } = report;
  if (head.orders === 0) {
    return (
      <Card>
        <EmptyNote heading="No order was decided yet">
          The report begins with the next order that is routed for the first time.
        </EmptyNote>
      </Card>
    );
  }
  const money = (side: ShadowSide) => (side.cost ? formatMoney(side.cost, format.currency) : "–");
  const days = (side: ShadowSide) => side.days?.toFixed(1) ?? "–";
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          The difference so far
        </Text>
        <BlockStack gap="100">
          {describeReport(report).map((sentence) => (
            <Text as="p" key={sentence}>
              {sentence}
            </Text>
          ))}
        </BlockStack>
        <Box>
          <StackingTable
            headings={["Figure", "Live rules", "Draft"]}
            figures={["Live rules", "Draft"]}
            rows={[
              ["Cost per order", money(live), money(shadow)],
              ["Days to delivery", days(live), days(shadow)],
              ["Orders in several parcels", live.split, shadow.split],
              ["Orders that need a person", live.exceptions, shadow.exceptions],
            ].map(([name, ...cells]) => ({ key: String(name), cells: [name, ...cells] }))}
          />
        </Box>
        <Text as="p" tone="subdued">
          Cost and days are of the {report.compared} orders that both ship in full. Deliveries,
          counts and sales elsewhere are taken to be the same for both.
        </Text>
      </BlockStack>
    </Card>
  );
}

function describeReport({ head, saving, avoided, created, format }: ShadowReport): string[] {
  const percent = Math.round((head.differing / head.orders) * 100);
  return [
    `Of ${head.orders} orders the draft would have decided ${head.differing} otherwise (${percent} %).`,
    saving
      ? `The cost of an order would have changed by ${describeDifference(saving, "money", format.currency)}; the range holds the true figure in 95 of 100 cases.`
      : "Too few orders to say what it would have cost.",
    `Orders that need a person: ${avoided} spared, ${created} added.`,
    head.orders < ENOUGH ? `With fewer than ${ENOUGH} orders, chance may explain all of this.` : "",
  ].filter(Boolean);
}
