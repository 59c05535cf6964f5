import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, Card, InlineStack, ProgressBar, Text } from "@shopify/polaris";
import type { RunHead } from "#app/insights/replay/replay-view.ts";
import type { ActionAnswer } from "../action-answer.ts";
import { useAnswerToast } from "../use-answer-toast.ts";
import { isUnderWay } from "./run-status-badge.tsx";

interface ProgressCardProps {
  readonly run: RunHead;
  readonly mayCancel: boolean;
}

/** How far a run is, with the button that stops it; or why it ended without a result. */
export function ProgressCard({ run, mayCancel }: ProgressCardProps) {
  const { ordersDone, ordersTotal } = run;
  if (!isUnderWay(run)) return <EndedBanner run={run} />;
  const percent = ordersTotal === 0 ? 0 : Math.floor((ordersDone / ordersTotal) * 100);
  const done =
    ordersTotal === 0
      ? "Gathering past orders and the stock they met…"
      : `${ordersDone.toLocaleString("en-US")} of ${ordersTotal.toLocaleString("en-US")} orders`;
  return (
    <Card>
      <BlockStack gap="300">
        <div role="status">
          <Text as="p">{done}</Text>
        </div>
        <ProgressBar progress={percent} ariaLabelledBy="replay-progress" />
        <Text as="p" tone="subdued" id="replay-progress">
          It goes on in the background; you may leave this page.
        </Text>
        {mayCancel ? <StopButton runId={run.runId} /> : null}
      </BlockStack>
    </Card>
  );
}

function EndedBanner({ run }: { readonly run: RunHead }) {
  if (run.status === "cancelled") {
    return <Banner tone="info" title="It was stopped before it had a result." />;
  }
  return (
    <Banner tone="critical" title="It could not be done.">
      <p>{run.note}</p>
    </Banner>
  );
}

function StopButton({ runId }: { readonly runId: string }) {
  const fetcher = useFetcher<ActionAnswer>();
  useAnswerToast(fetcher.data);
  return (
    <InlineStack>
      <fetcher.Form method="post" action={`/app/rules/replay/${runId}/cancel`}>
        <Button submit tone="critical" loading={fetcher.state !== "idle"}>
          Stop
        </Button>
      </fetcher.Form>
    </InlineStack>
  );
}
