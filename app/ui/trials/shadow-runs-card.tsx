import { Link } from "@remix-run/react";
import { Badge, Box, Card, Text } from "@shopify/polaris";
import type { ShadowHead } from "#app/insights/shadow/shadow-view.ts";
import type { ShopFormat } from "#app/shops/read-shop-format.server.ts";
import { EmptyNote } from "../empty-note.tsx";
import { formatInstant } from "../format-instant.ts";
import { StackingTable } from "../stacking-table.tsx";

interface ShadowRunsCardProps {
  readonly runs: readonly ShadowHead[];
  readonly format: ShopFormat;
}

/** Drafts that run or ran in the shadow, the latest first. */
export function ShadowRunsCard({ runs, format }: ShadowRunsCardProps) {
  return (
    <Card>
      <Text as="h2" variant="headingMd">
        Shadow runs
      </Text>
      {runs.length === 0 ? (
        <EmptyNote heading="No draft has run in the shadow yet">
          Start one to see what it would do with the orders that come in.
        </EmptyNote>
      ) : (
        <Box paddingBlockStart="300">
          <StackingTable
            headings={["Draft", "State", "Orders decided", "Differ", "Started"]}
            figures={["Orders decided", "Differ"]}
            rows={runs.map((run) => ({
              key: run.shadowId,
              cells: [
                <Link key="name" to={`/app/rules/shadow/${run.shadowId}`}>
                  {run.name}
                </Link>,
                <ShadowStateBadge key="state" run={run} />,
                run.orders.toLocaleString("en-US"),
                run.differing.toLocaleString("en-US"),
                `${formatInstant(run.startedAt, format.timeZone)}, ${run.startedBy}`,
              ],
            }))}
          />
        </Box>
      )}
    </Card>
  );
}

export function ShadowStateBadge({ run }: { readonly run: ShadowHead }) {
  return run.stoppedAt === null ? <Badge tone="success">Running</Badge> : <Badge>Stopped</Badge>;
}
