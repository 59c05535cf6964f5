import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Card, InlineGrid, Page, Text } from "@shopify/polaris";
import { showSyncHealth } from "#app/inventory/show-sync-health.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { describeAge } from "#app/ui/describe-time-left.ts";
import { formatInstant } from "#app/ui/format-instant.ts";
import { backToInventory } from "#app/ui/inventory/pool-pages.ts";
import { ResyncCard } from "#app/ui/inventory/resync-card.tsx";
import { SyncRunsCard } from "#app/ui/inventory/sync-runs-card.tsx";
import { NotFoundPage } from "#app/ui/not-found-page.tsx";
import { useRefreshWhile } from "#app/ui/use-refresh-while.ts";

export async function loader({ request }: LoaderFunctionArgs) {
  return showSyncHealth(await requireAdmin(request));
}

export const meta = () => [{ title: "Sync health · Backroom" }];

export default function SyncHealth() {
  const health = useLoaderData<typeof loader>();
  useRefreshWhile(health.syncing);
  return (
    <Page
      title="Sync health"
      subtitle="How closely Backroom’s copy of your stock follows Shopify’s"
      backAction={backToInventory}
    >
      <BlockStack gap="400">
        <InlineGrid columns={{ xs: 1, sm: 2, md: 4 }} gap="400">
          {figuresOf(health).map(([title, figure, detail]) => (
            <Card key={title}>
              <BlockStack gap="100">
                <Text as="h2" variant="headingSm">
                  {title}
                </Text>
                <Text as="p" variant="headingLg">
                  {figure}
                </Text>
                <Text as="p" tone="subdued">
                  {detail}
                </Text>
              </BlockStack>
            </Card>
          ))}
        </InlineGrid>
        <ResyncCard locations={health.locations} syncing={health.syncing} />
        <SyncRunsCard runs={health.runs} timeZone={health.timeZone} />
      </BlockStack>
    </Page>
  );
}

type Health = ReturnType<typeof useLoaderData<typeof loader>>;

function figuresOf(health: Health): [string, string, string][] {
  const { heard, medianLagMs, slowestLagMs, waiting, oldestWaitingAt, lastFullAudit, now } = health;
  const nowMs = Date.parse(now);
  const oldest = oldestWaitingAt ? describeAge(nowMs, oldestWaitingAt) : "";
  return [
    [
      "Lag",
      medianLagMs === null ? "–" : seconds(medianLagMs),
      heard === 0
        ? "No stock changes in the last 24 hours"
        : `Half of ${heard.toLocaleString("en-US")} stock changes in 24 hours were faster; the slowest took ${seconds(slowestLagMs ?? 0)}`,
    ],
    [
      "Waiting",
      String(waiting),
      waiting === 0 ? "All webhooks are worked off" : `Oldest ${oldest}`,
    ],
    [
      "Drift in 30 days",
      health.driftedIn30Days.toLocaleString("en-US"),
      "Figures that differed from Shopify’s; all were repaired",
    ],
    [
      "Last full comparison",
      lastFullAudit ? describeAge(nowMs, lastFullAudit.startedAt) : "Never",
      lastFullAudit
        ? `${formatInstant(lastFullAudit.startedAt, health.timeZone)}: ${lastFullAudit.seen.toLocaleString("en-US")} figures, ${lastFullAudit.drifted} differed`
        : "Every night at 04:00 UTC, and when you ask",
    ],
  ];
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(ms < 10_000 ? 1 : 0)} s`;
}

export function ErrorBoundary() {
  return <NotFoundPage what="This page" backTo={backToInventory} />;
}
