import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Banner, BlockStack, Page } from "@shopify/polaris";
import { useState } from "react";
import { z } from "zod";
import { showShadow } from "#app/insights/shadow/show-shadow.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { formatInstant } from "#app/ui/format-instant.ts";
import { NotFoundPage } from "#app/ui/not-found-page.tsx";
import { PageTurner } from "#app/ui/page-turner.tsx";
import { DraftDialog } from "#app/ui/rules/draft-dialog.tsx";
import { ShadowOrdersCard } from "#app/ui/trials/shadow-orders-card.tsx";
import { ShadowPlacesCard } from "#app/ui/trials/shadow-places-card.tsx";
import { ShadowStateBadge } from "#app/ui/trials/shadow-runs-card.tsx";
import { ShadowTotalsCard } from "#app/ui/trials/shadow-totals-card.tsx";
import { useRefreshWhile } from "#app/ui/use-refresh-while.ts";

const choiceSchema = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

export async function loader({ request, params: { shadowId = "" } }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  const { page } = choiceSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const report = await showShadow(shop, { shadowId, page });
  if (!report) throw new Response("Not found", { status: 404 });
  return report;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `${data.head.name} in the shadow` : "Run not found"} · Backroom` },
];

export default function Shadow() {
  const report = useLoaderData<typeof loader>();
  const { head, format } = report;
  const [isStopping, setIsStopping] = useState(false);
  const isRunning = head.stoppedAt === null;
  useRefreshWhile(isRunning);
  const since = `Since ${formatInstant(head.startedAt, format.timeZone)}, started by ${head.startedBy}`;
  const until = head.stoppedAt
    ? `; stopped ${formatInstant(head.stoppedAt, format.timeZone)} by ${head.stoppedBy}`
    : "";
  return (
    <Page
      title={`${head.name} in the shadow`}
      titleMetadata={<ShadowStateBadge run={head} />}
      subtitle={since + until}
      backAction={{ content: "Drafts in the shadow", url: "/app/rules/shadow" }}
      secondaryActions={[
        { content: "Open the draft", url: `/app/rules/drafts/${head.draftId}` },
        ...(isRunning && report.mayChange
          ? [{ content: "Stop", destructive: true, onAction: () => setIsStopping(true) }]
          : []),
      ]}
    >
      <BlockStack gap="400">
        {report.isOutdated ? (
          <Banner>
            The draft was changed after this run began. The run goes on with the rules it began
            with; stop it and start again to try the new ones.
          </Banner>
        ) : null}
        <ShadowTotalsCard report={report} />
        <ShadowPlacesCard places={report.places} />
        {head.orders > 0 ? <ShadowOrdersCard report={report} /> : null}
        <PageTurner page={report.page} pageSize={report.perPage} total={head.differing} />
      </BlockStack>
      {isStopping ? (
        <DraftDialog
          title="Stop the shadow run"
          submit="Stop"
          isDestructive
          action={`/app/rules/shadow/${head.shadowId}/stop`}
          fields={{}}
          onClose={() => setIsStopping(false)}
        >
          {() => "The draft decides no further orders. Its report stays."}
        </DraftDialog>
      ) : null}
    </Page>
  );
}

export function ErrorBoundary() {
  return (
    <NotFoundPage
      what="This run"
      backTo={{ content: "Drafts in the shadow", url: "/app/rules/shadow" }}
    />
  );
}
