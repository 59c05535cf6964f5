import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge, BlockStack, Card, Link, Page, Text } from "@shopify/polaris";
import type { AccuracyRow } from "#app/inventory/counting/list-accuracy.server.ts";
import { listAccuracy } from "#app/inventory/counting/list-accuracy.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { EmptyNote } from "#app/ui/empty-note.tsx";
import { percent } from "#app/ui/inventory/describe-trust.ts";
import { backToInventory } from "#app/ui/inventory/pool-pages.ts";
import { TrustAgainButton } from "#app/ui/inventory/trust-again-button.tsx";
import { NotFoundPage } from "#app/ui/not-found-page.tsx";
import { PageIntro } from "#app/ui/page-intro.tsx";
import { StackingTable } from "#app/ui/stacking-table.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  return listAccuracy(await requireAdmin(request));
}

export const meta = () => [{ title: "Accuracy · Backroom" }];

const headings = [
  "Location and group",
  "Found",
  "Tries",
  "Likely between",
  "Rule",
  "After a count",
];

export default function Accuracy() {
  const { rows, triesNeeded } = useLoaderData<typeof loader>();
  return (
    <Page
      title="Accuracy"
      subtitle="How often a unit the system shows is really there, over the last 90 days"
      backAction={backToInventory}
      secondaryActions={[{ content: "What to count", url: "/app/inventory/count" }]}
    >
      <BlockStack gap="400">
        <PageIntro>
          A picked unit and a counted shelf are one try each. The range is Wilson’s 95 % interval:
          few tries give a wide one. Rules act from {triesNeeded} tries on; set them under{" "}
          <Link url="/app/inventory/pool">Groups and safety stock</Link>.
        </PageIntro>
        <Card>
          {rows.length === 0 ? (
            <EmptyNote heading="Nothing tried yet">
              Figures appear with the first picks and counts.
            </EmptyNote>
          ) : (
            <StackingTable
              headings={headings}
              rows={rows.map((row) => ({
                key: `${row.locationId}-${row.groupId}`,
                cells: cellsOf(row),
              }))}
            />
          )}
        </Card>
      </BlockStack>
    </Page>
  );
}

function cellsOf(row: AccuracyRow) {
  const { trust, missingUnits, damagedUnits, rightCounts, wrongCounts, foundUnits } = row;
  const counts = rightCounts + wrongCounts;
  return [
    `${row.locationName} · ${row.groupName || "Without a group"}`,
    trust.rate === null ? "–" : percent(trust.rate),
    `${trust.tries}: ${foundUnits} picked, ${missingUnits} missing, ${damagedUnits} damaged${counts > 0 ? `, ${rightCounts} of ${counts} counts right` : ""}`,
    `${percent(trust.low)} – ${percent(trust.high)}`,
    <RuleState key="rule" row={row} />,
    <TrustAgainButton key="again" row={row} />,
  ];
}

function RuleState({ row }: { readonly row: AccuracyRow }) {
  if (row.isOut)
    return <Badge tone="critical">{`Not in the pool: below ${row.wantedPercent} %`}</Badge>;
  if (row.discounts) return <Badge tone="attention">Promises are cut by it</Badge>;
  return (
    <Text as="span">{row.wantedPercent > 0 ? `At least ${row.wantedPercent} %` : "None"}</Text>
  );
}

export function ErrorBoundary() {
  return <NotFoundPage what="This page" backTo={backToInventory} />;
}
