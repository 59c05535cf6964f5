import { Badge, BlockStack, Box, Card, InlineStack, Text } from "@shopify/polaris";
import { formatMoney } from "#app/format-money.ts";
import type { ChangeView, ReplayView } from "#app/insights/replay/replay-view.ts";
import { DownloadButton } from "../download-button.tsx";
import { EmptyNote } from "../empty-note.tsx";
import { StackingTable } from "../stacking-table.tsx";
import { ViewTabs } from "../view-tabs.tsx";
import { WrappedText } from "../wrapped-text.tsx";

type Kind = ChangeView["kind"];

const kinds: Readonly<
  Record<Kind, { readonly text: string; readonly tone?: "success" | "critical" }>
> = {
  moved: { text: "Sent elsewhere" },
  exception_avoided: { text: "Exception avoided", tone: "success" },
  exception_created: { text: "Exception created", tone: "critical" },
};

interface ChangesCardProps {
  readonly view: ReplayView;
  readonly kind: Kind | null;
}

/** The orders that the draft would have treated otherwise, before and after, a page at a time. */
export function ChangesCard({ view, kind }: ChangesCardProps) {
  const { changes, changeCounts, run, format } = view;
  const all = Object.values(changeCounts).reduce((sum, one) => sum + one, 0);
  return (
    <Card padding="0">
      <Box padding="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            Orders that change
          </Text>
          {all > 0 ? (
            <DownloadButton
              url={`/app/rules/replay/${run.runId}/export`}
              filename={`replay ${run.name}.csv`}
            >
              Download as CSV
            </DownloadButton>
          ) : null}
        </InlineStack>
      </Box>
      <ViewTabs
        filter="kind"
        selected={kind ?? ""}
        tabs={[
          { id: "", label: "All", count: all },
          ...Object.entries(kinds).map(([id, { text }]) => ({
            ...{ id, label: text, count: changeCounts[id as Kind] },
          })),
        ]}
      />
      {changes.length === 0 ? (
        <EmptyNote heading="No order changes">
          Each of them would have gone from the same places under both.
        </EmptyNote>
      ) : (
        <Box padding="400">
          <ChangeTable changes={changes} currency={format.currency} />
        </Box>
      )}
    </Card>
  );
}

interface ChangeTableProps {
  readonly changes: readonly ChangeView[];
  readonly currency: string;
}

function ChangeTable({ changes, currency }: ChangeTableProps) {
  return (
    <StackingTable
      headings={["Order", "Change", "Before", "After", "Cost"]}
      figures={["Cost"]}
      rows={changes.map((change) => ({
        key: String(change.position),
        cells: [
          change.orderName,
          <KindBadge key="kind" kind={change.kind} />,
          <WrappedText key="before">{change.before}</WrappedText>,
          <WrappedText key="after">{change.after}</WrappedText>,
          describeDifference(change.costDifference, currency),
        ],
      }))}
    />
  );
}

function KindBadge({ kind }: { readonly kind: Kind }) {
  const { text, tone } = kinds[kind];
  return (
    <BlockStack inlineAlign="start">
      <Badge {...(tone ? { tone } : {})}>{text}</Badge>
    </BlockStack>
  );
}

function describeDifference(difference: string, currency: string): string {
  const value = Number(difference);
  if (value === 0) return "–";
  return `${value > 0 ? "+" : ""}${formatMoney(difference, currency)}`;
}
