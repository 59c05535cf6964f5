import { BlockStack, Card, Text } from "@shopify/polaris";
import type { FigureRow } from "#app/insights/replay/replay-view.ts";
import { StackingTable } from "../stacking-table.tsx";

interface FiguresCardProps {
  readonly title: string;
  readonly rows: readonly FigureRow[];
  readonly variants: readonly string[];
}

/** Figures side by side, a column for each set of rules. */
export function FiguresCard({ title, rows, variants }: FiguresCardProps) {
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {title}
        </Text>
        <StackingTable
          headings={["Figure", ...variants]}
          figures={variants}
          rows={rows.map(({ name, values, meaning }) => ({
            key: name,
            cells: [<FigureName key="name" name={name} meaning={meaning} />, ...values],
          }))}
        />
      </BlockStack>
    </Card>
  );
}

function FigureName({ name, meaning }: Pick<FigureRow, "name" | "meaning">) {
  return (
    <BlockStack>
      <Text as="span">{name}</Text>
      {meaning ? (
        <div style={{ whiteSpace: "normal", maxWidth: "18rem" }}>
          <Text as="span" tone="subdued" variant="bodySm">
            {meaning}
          </Text>
        </div>
      ) : null}
    </BlockStack>
  );
}
