import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Badge, BlockStack, Card, Layout, Link, Page, Text } from "@shopify/polaris";
import { useState } from "react";
import { isQueue, queues } from "#app/exceptions/queues.ts";
import type { ExceptionDetails } from "#app/exceptions/show-exception.server.ts";
import { showException } from "#app/exceptions/show-exception.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { describeAge } from "#app/ui/describe-time-left.ts";
import { DueText } from "#app/ui/exceptions/due-text.tsx";
import { EvidenceCard } from "#app/ui/exceptions/evidence-card.tsx";
import { actionButtons } from "#app/ui/exceptions/action-buttons.ts";
import type { ExceptionDialog } from "#app/ui/exceptions/exception-dialogs.tsx";
import { ExceptionDialogs } from "#app/ui/exceptions/exception-dialogs.tsx";
import { TriedCard } from "#app/ui/exceptions/tried-card.tsx";
import { formatInstant } from "#app/ui/format-instant.ts";
import { NotFoundPage } from "#app/ui/not-found-page.tsx";
import { queueLabel } from "#app/ui/queue-label.ts";
import { useRefreshWhile } from "#app/ui/use-refresh-while.ts";

export async function loader({ request, params: { exceptionId = "" } }: LoaderFunctionArgs) {
  const exception = await showException(await requireAdmin(request), exceptionId);
  if (!exception) throw new Response("Not found", { status: 404 });
  return exception;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.summary ?? "Exception not found"} · Backroom` },
];

const backTo = { content: "Exceptions", url: "/app/exceptions" };

export default function ExceptionPage() {
  const exception = useLoaderData<typeof loader>();
  const [dialog, setDialog] = useState<ExceptionDialog | null>(null);
  // It may settle itself at any moment, or by what was just asked for here.
  useRefreshWhile(exception.status === "open");
  const [primary, ...others] = actionButtons(exception, setDialog);
  return (
    <Page
      title={queueLabel(exception.queue)}
      titleMetadata={<StatusBadge exception={exception} />}
      backAction={backTo}
      {...(primary ? { primaryAction: primary } : {})}
      secondaryActions={others}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            <WhatHappened exception={exception} />
            <EvidenceCard evidence={exception.evidence} timeZone={exception.timeZone} />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          <TriedCard exception={exception} />
        </Layout.Section>
      </Layout>
      <ExceptionDialogs exception={exception} open={dialog} onClose={() => setDialog(null)} />
    </Page>
  );
}

export function ErrorBoundary() {
  return <NotFoundPage what="This exception" backTo={backTo} />;
}

interface ExceptionProps {
  readonly exception: ExceptionDetails;
}

function StatusBadge({ exception: { status, overdue, assignee } }: ExceptionProps) {
  if (status === "resolved") return <Badge tone="success">Resolved</Badge>;
  if (overdue) return <Badge tone="critical">Overdue</Badge>;
  return assignee ? <Badge tone="info">{`Known to ${assignee}`}</Badge> : <Badge>Open</Badge>;
}

function WhatHappened({ exception }: ExceptionProps) {
  const meaning = isQueue(exception.queue) ? queues[exception.queue] : null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          {exception.summary}
        </Text>
        {meaning ? <Text as="p">{meaning.explanation}</Text> : null}
        {meaning && exception.status === "open" ? (
          <Text as="p" fontWeight="semibold">
            {meaning.recommended}
          </Text>
        ) : null}
        <Facts exception={exception} />
      </BlockStack>
    </Card>
  );
}

function Facts({ exception }: ExceptionProps) {
  const { order, locationName, createdAt, now, timeZone, note, resolution } = exception;
  return (
    <BlockStack gap="100">
      {order ? (
        <Text as="p">
          Order <Link url={`/app/orders/${order.id}`}>{order.name}</Link>
        </Text>
      ) : null}
      {locationName ? <Text as="p">At {locationName}</Text> : null}
      <Text as="p" tone="subdued">
        Raised {formatInstant(createdAt, timeZone)} ({describeAge(Date.parse(now), createdAt)}).{" "}
        {exception.status === "open" ? "Due " : ""}
        <DueText row={exception} page={exception} />
      </Text>
      {resolution ? <Text as="p">{resolution}</Text> : null}
      {note ? <Text as="p">Note: {note}</Text> : null}
    </BlockStack>
  );
}
