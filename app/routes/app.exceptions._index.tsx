import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Box, Card, Page } from "@shopify/polaris";
import { z } from "zod";
import { exceptionsPerPage, listExceptions } from "#app/exceptions/list-exceptions.server.ts";
import { queueNames } from "#app/exceptions/queues.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { ExceptionTable } from "#app/ui/exceptions/exception-table.tsx";
import { StatusSelect } from "#app/ui/exceptions/status-select.tsx";
import { NotFoundPage } from "#app/ui/not-found-page.tsx";
import { PageTurner } from "#app/ui/page-turner.tsx";
import { queueLabel } from "#app/ui/queue-label.ts";
import { ViewTabs } from "#app/ui/view-tabs.tsx";

// An address typed by hand never fails: what makes no sense in it counts as not given.
const filterSchema = z.object({
  queue: z.enum(["", ...queueNames]).catch(""),
  status: z.enum(["open", "resolved"]).catch("open"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  const filter = filterSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { ...(await listExceptions(shop, filter)), ...filter, perPage: exceptionsPerPage };
}

export const meta = () => [{ title: "Exceptions · Backroom" }];

export default function Exceptions() {
  const found = useLoaderData<typeof loader>();
  const everything = Object.values(found.counts).reduce((sum, count) => sum + count, 0);
  const filled = queueNames.filter((queue) => found.counts[queue] || queue === found.queue);
  const tabs = filled.map((id) => ({ id, label: queueLabel(id), count: found.counts[id] ?? 0 }));
  return (
    <Page
      title="Exceptions"
      subtitle="What no rule could settle, and what to do about it"
      fullWidth
    >
      <BlockStack gap="400">
        <Card padding="0">
          <ViewTabs
            filter="queue"
            selected={found.queue}
            tabs={[{ id: "", label: "All", count: everything }, ...tabs]}
          />
          <Box padding="300">
            <StatusSelect />
          </Box>
          <ExceptionTable page={found} resolved={found.status === "resolved"} />
        </Card>
        <PageTurner page={found.page} pageSize={found.perPage} total={found.total} />
      </BlockStack>
    </Page>
  );
}

export function ErrorBoundary() {
  return <NotFoundPage what="This list" backTo={{ content: "Home", url: "/app" }} />;
}
