import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Box, Card, Page } from "@shopify/polaris";
import { z } from "zod";
import { listPickTasks, tasksPerPage } from "#app/picking/list-pick-tasks.server.ts";
import { taskViewNames } from "#app/picking/task-views.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { LocationSelect } from "#app/ui/location-select.tsx";
import { NotFoundPage } from "#app/ui/not-found-page.tsx";
import { PageTurner } from "#app/ui/page-turner.tsx";
import { TaskTable } from "#app/ui/tasks/task-table.tsx";
import { ViewTabs } from "#app/ui/view-tabs.tsx";

// An address typed by hand never fails: what makes no sense in it counts as not given.
const filterSchema = z.object({
  view: z.enum(taskViewNames).catch("open"),
  location: z.string().trim().max(255).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  const { location, ...filter } = filterSchema.parse(
    Object.fromEntries(new URL(request.url).searchParams),
  );
  const found = await listPickTasks(shop, { ...filter, locationId: location });
  return { ...found, ...filter, perPage: tasksPerPage };
}

const tabs = [
  { id: "open", label: "To do" },
  { id: "late", label: "Late" },
  { id: "offered", label: "Not accepted yet" },
  { id: "accepted", label: "Being picked" },
  { id: "packed", label: "Packed" },
  { id: "completed", label: "Done" },
  { id: "ended", label: "Rejected or taken back" },
] as const;

export const meta = () => [{ title: "Pick tasks · Backroom" }];

export default function PickTasks() {
  const found = useLoaderData<typeof loader>();
  return (
    <Page title="Pick tasks" subtitle="What your stores have to pick and pack" fullWidth>
      <BlockStack gap="400">
        <Card padding="0">
          <ViewTabs
            filter="view"
            selected={found.view}
            tabs={tabs.map((tab) => ({ ...tab, count: found.counts[tab.id] }))}
          />
          <Box padding="300">
            <LocationSelect locations={found.locations} />
          </Box>
          <TaskTable page={found} />
        </Card>
        <PageTurner page={found.page} pageSize={found.perPage} total={found.total} />
      </BlockStack>
    </Page>
  );
}

export function ErrorBoundary() {
  return <NotFoundPage what="This list" backTo={{ content: "Home", url: "/app" }} />;
}
