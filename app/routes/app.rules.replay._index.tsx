import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { z } from "zod";
import { showReplays } from "#app/insights/replay/show-replays.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { PageTurner } from "#app/ui/page-turner.tsx";
import { HistoryCard } from "#app/ui/replay/history-card.tsx";
import { RunsCard } from "#app/ui/replay/runs-card.tsx";
import { StartReplayCard } from "#app/ui/replay/start-replay-card.tsx";
import { isUnderWay } from "#app/ui/replay/run-status-badge.tsx";
import { useRefreshWhile } from "#app/ui/use-refresh-while.ts";

export const meta = () => [{ title: "Try rules on past orders · Backroom" }];

const choiceSchema = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  draft: z.string().max(64).catch(""),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  const choice = choiceSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { ...(await showReplays(shop, choice)), ...choice };
}

export default function Replays() {
  const view = useLoaderData<typeof loader>();
  useRefreshWhile(view.history.isReading || view.runs.some(isUnderWay));
  return (
    <Page
      title="Try rules on past orders"
      subtitle="The same engine decides your own past orders again. Nothing is changed by it."
      backAction={{ content: "Rules", url: "/app/rules" }}
      secondaryActions={[{ content: "What each rule costs", url: "/app/rules/price" }]}
    >
      <BlockStack gap="400">
        {view.mayStart ? <StartReplayCard view={view} draftId={view.draft} /> : null}
        <RunsCard runs={view.runs} format={view.format} />
        <PageTurner page={view.page} pageSize={view.perPage} total={view.runCount} />
        <HistoryCard history={view.history} format={view.format} mayChange={view.mayStart} />
      </BlockStack>
    </Page>
  );
}
