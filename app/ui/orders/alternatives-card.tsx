import { BlockStack, Card, Text } from "@shopify/polaris";
import { formatMoney } from "#app/format-money.ts";
import type { DecisionView } from "#app/orders/explanation/decision-view.ts";
import { capitalise } from "../capitalise.ts";
import { StackingTable } from "../stacking-table.tsx";

interface AlternativesCardProps {
  readonly decision: DecisionView;
  readonly currency: string;
}

/** The runner-up plans: what they would have cost, and why they lost. */
export function AlternativesCard({ decision, currency }: AlternativesCardProps) {
  const { alternatives } = decision;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Runners-up
        </Text>
        {alternatives.length === 0 ? (
          <Text as="p">No other location could have shipped the whole order.</Text>
        ) : (
          <StackingTable
            headings={["Everything from", "Cost", "Lost because"]}
            figures={["Cost"]}
            rows={alternatives.map(({ shipsFrom, cost, lostBecause }) => ({
              key: shipsFrom,
              cells: [shipsFrom, formatMoney(cost, currency), capitalise(lostBecause)],
            }))}
          />
        )}
      </BlockStack>
    </Card>
  );
}
