import { Link } from "@remix-run/react";
import { Box, Card, Text } from "@shopify/polaris";
import type { RunHead } from "#app/insights/replay/replay-view.ts";
import type { ShopFormat } from "#app/shops/read-shop-format.server.ts";
import { EmptyNote } from "../empty-note.tsx";
import { formatInstant } from "../format-instant.ts";
import { StackingTable } from "../stacking-table.tsx";
import { WrappedText } from "../wrapped-text.tsx";
import { RunStatusBadge } from "./run-status-badge.tsx";

interface RunsCardProps {
  readonly runs: readonly RunHead[];
  readonly format: ShopFormat;
}

/** The replays made so far, the latest first. */
export function RunsCard({ runs, format }: RunsCardProps) {
  return (
    <Card>
      <Text as="h2" variant="headingMd">
        Replays
      </Text>
      {runs.length === 0 ? (
        <EmptyNote heading="Nothing was tried yet">
          Choose rules above. A few hundred orders take seconds.
        </EmptyNote>
      ) : (
        <Box paddingBlockStart="300">
          <StackingTable
            headings={["Rules", "State", "Orders", "Supposed", "Started"]}
            figures={["Orders"]}
            rows={runs.map((run) => ({
              key: run.runId,
              cells: [
                <Link key="name" to={`/app/rules/replay/${run.runId}`}>
                  {run.name}
                </Link>,
                <RunStatusBadge key="state" run={run} />,
                run.ordersTotal === 0 ? "–" : run.ordersDone.toLocaleString("en-US"),
                <WrappedText key="supposed">{run.supposed.join(", ") || "as it was"}</WrappedText>,
                `${formatInstant(run.createdAt, format.timeZone)}, ${run.startedBy}`,
              ],
            }))}
          />
        </Box>
      )}
    </Card>
  );
}
