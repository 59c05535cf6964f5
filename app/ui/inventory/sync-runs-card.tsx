import { BlockStack, Card, Text } from "@shopify/polaris";
import type { DriftRow, SyncRunRow } from "#app/inventory/show-sync-health.server.ts";
import { EmptyNote } from "../empty-note.tsx";
import { formatInstant } from "../format-instant.ts";
import { StackingTable } from "../stacking-table.tsx";

const kinds: Readonly<Record<string, string>> = {
  catalog: "Import of everything",
  stock_audit: "Comparison of all stock",
  location_audit: "Comparison of one location",
};

interface SyncRunsCardProps {
  readonly runs: readonly SyncRunRow[];
  readonly timeZone: string;
}

/** The latest imports and comparisons, and what each found to differ. */
export function SyncRunsCard({ runs, timeZone }: SyncRunsCardProps) {
  const findings = runs.flatMap((run) =>
    run.findings.map((finding, index) => ({ finding, key: `${run.runId}-${index}`, run })),
  );
  return (
    <>
      <Card>
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            Imports and comparisons
          </Text>
          {runs.length === 0 ? (
            <EmptyNote heading="None yet">The first import starts with installing.</EmptyNote>
          ) : (
            <StackingTable
              headings={["Started", "What", "State", "Figures", "Differed"]}
              figures={["Figures", "Differed"]}
              rows={runs.map((run) => ({ key: run.runId, cells: cellsOf(run, timeZone) }))}
            />
          )}
        </BlockStack>
      </Card>
      {findings.length === 0 ? null : (
        <Card>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              What differed and was repaired
            </Text>
            <StackingTable
              headings={["Item", "Location", "Backroom had", "Shopify had", "Found"]}
              figures={["Backroom had", "Shopify had"]}
              rows={findings.slice(0, 100).map(({ finding, key, run }) => ({
                key,
                cells: [...driftCells(finding), formatInstant(run.startedAt, timeZone)],
              }))}
            />
          </BlockStack>
        </Card>
      )}
    </>
  );
}

function cellsOf(run: SyncRunRow, timeZone: string) {
  return [
    formatInstant(run.startedAt, timeZone),
    kinds[run.kind] ?? run.kind,
    run.status === "failed" ? `Failed: ${run.note}` : run.status === "running" ? "Running" : "Done",
    run.seen.toLocaleString("en-US"),
    run.drifted.toLocaleString("en-US"),
  ];
}

function driftCells({ title, locationName, ours, shopifys }: DriftRow) {
  return [title, locationName, ours ?? "nothing", shopifys ?? "not stocked"];
}
