import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { z } from "zod";
import { showReplay } from "#app/insights/replay/show-replay.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { formatInstant } from "#app/ui/format-instant.ts";
import { NotFoundPage } from "#app/ui/not-found-page.tsx";
import { PageTurner } from "#app/ui/page-turner.tsx";
import { ChangesCard } from "#app/ui/replay/changes-card.tsx";
import { FiguresCard } from "#app/ui/replay/figures-card.tsx";
import { FoundCard } from "#app/ui/replay/found-card.tsx";
import { ProgressCard } from "#app/ui/replay/progress-card.tsx";
import { isUnderWay, RunStatusBadge } from "#app/ui/replay/run-status-badge.tsx";
import { useRefreshWhile } from "#app/ui/use-refresh-while.ts";

export const meta = () => [{ title: "Replay · Backroom" }];

const choiceSchema = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  kind: z.enum(["moved", "exception_avoided", "exception_created"]).nullable().catch(null),
});

export async function loader({ request, params }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  const choice = choiceSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  const view = await showReplay(shop, params.runId ?? "", choice);
  if (!view) throw new Response("No such replay", { status: 404 });
  return { ...view, ...choice };
}

const backTo = { content: "Try rules on past orders", url: "/app/rules/replay" };

export default function Replay() {
  const view = useLoaderData<typeof loader>();
  const { run, result, format } = view;
  useRefreshWhile(isUnderWay(run));
  const when = formatInstant(run.createdAt, format.timeZone);
  const supposed = run.supposed.length > 0 ? ` · Supposed: ${run.supposed.join(", ")}` : "";
  return (
    <Page
      title={run.name}
      titleMetadata={<RunStatusBadge run={run} />}
      subtitle={`Started ${when} by ${run.startedBy}${supposed}`}
      backAction={backTo}
    >
      <BlockStack gap="400">
        {result ? null : <ProgressCard run={run} mayCancel={view.mayCancel} />}
        {result ? (
          <>
            <FoundCard sentences={result.sentences} assumptions={result.assumptions} />
            <FiguresCard title="In figures" rows={result.figures} variants={result.variants} />
            <ChangesCard view={view} kind={view.kind} />
            <PageTurner page={view.page} pageSize={view.perPage} total={view.changeCount} />
            <FiguresCard
              title="Parcels by location"
              rows={result.loads}
              variants={result.variants}
            />
          </>
        ) : null}
      </BlockStack>
    </Page>
  );
}

export function ErrorBoundary() {
  return <NotFoundPage what="This replay" backTo={backTo} />;
}
