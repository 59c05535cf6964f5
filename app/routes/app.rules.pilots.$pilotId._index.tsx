import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useFetcher, useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { useState } from "react";
import { showPilot } from "#app/insights/pilot/show-pilot.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import type { ActionAnswer } from "#app/ui/action-answer.ts";
import { NotFoundPage } from "#app/ui/not-found-page.tsx";
import { ReasonDialog } from "#app/ui/reason-dialog.tsx";
import { DraftDialog } from "#app/ui/rules/draft-dialog.tsx";
import { PilotMeasuresCard } from "#app/ui/trials/pilot-measures-card.tsx";
import { PilotStateCard } from "#app/ui/trials/pilot-state-card.tsx";
import { PilotStatusBadge } from "#app/ui/trials/pilots-card.tsx";
import { useRefreshWhile } from "#app/ui/use-refresh-while.ts";

export async function loader({ request, params: { pilotId = "" } }: LoaderFunctionArgs) {
  const report = await showPilot(await requireAdmin(request), pilotId);
  if (!report) throw new Response("Not found", { status: 404 });
  return report;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data ? `Pilot of ${data.head.name}` : "Pilot not found"} · Backroom` },
];

export default function Pilot() {
  const report = useLoaderData<typeof loader>();
  const { head } = report;
  const [asked, setAsked] = useState<"end" | "promote" | null>(null);
  const ending = useFetcher<ActionAnswer>({ key: `end ${head.pilotId}` });
  const isRunning = head.status === "running";
  useRefreshWhile(isRunning);
  const close = () => setAsked(null);
  const mayPromote = report.mayChange && head.status !== "promoted" && report.liveVersion !== null;
  return (
    <Page
      title={`Pilot of ${head.name}`}
      titleMetadata={<PilotStatusBadge status={head.status} />}
      backAction={{ content: "Pilots", url: "/app/rules/pilots" }}
      {...(mayPromote
        ? { primaryAction: { content: "Promote", onAction: () => setAsked("promote") } }
        : {})}
      secondaryActions={[
        { content: "Open the draft", url: `/app/rules/drafts/${head.draftId}` },
        ...(isRunning && report.mayChange
          ? [{ content: "End", destructive: true, onAction: () => setAsked("end") }]
          : []),
      ]}
    >
      <BlockStack gap="400">
        <PilotStateCard report={report} />
        <PilotMeasuresCard report={report} />
      </BlockStack>
      {asked === "end" ? (
        <ReasonDialog
          fetcher={ending}
          action={`/app/rules/pilots/${head.pilotId}/end`}
          title="End the pilot"
          explanation="Orders it has decided keep their plans. New orders go by your rules."
          label="Why"
          field="reason"
          submit="End the pilot"
          destructive
          onClose={close}
        />
      ) : null}
      {asked === "promote" ? (
        <DraftDialog
          title="Promote these rules"
          submit="Promote"
          action={`/app/rules/pilots/${head.pilotId}/promote`}
          fields={{ liveVersion: report.liveVersion ?? 0 }}
          onClose={close}
        >
          {() =>
            "The rules this pilot tried become your rules for every new order. You can roll back."
          }
        </DraftDialog>
      ) : null}
    </Page>
  );
}

export function ErrorBoundary() {
  return (
    <NotFoundPage what="This pilot" backTo={{ content: "Pilots", url: "/app/rules/pilots" }} />
  );
}
