import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Box, Page } from "@shopify/polaris";
import { showGroup } from "#app/inventory/pool/show-group.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { GroupForm } from "#app/ui/inventory/group-form.tsx";
import { useDeleteGroup } from "#app/ui/inventory/use-delete-group.ts";
import { NotFoundPage } from "#app/ui/not-found-page.tsx";

/** The group called "new" is one being made. */
export async function loader({ request, params: { groupId = "" } }: LoaderFunctionArgs) {
  const group = await showGroup(await requireAdmin(request), groupId === "new" ? null : groupId);
  if (!group) throw new Response("Not found", { status: 404 });
  return group;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name || "Product group"} · Backroom` },
];

const backTo = { content: "Groups and safety stock", url: "/app/inventory/pool" };

export default function Group() {
  const group = useLoaderData<typeof loader>();
  const remove = useDeleteGroup(group.groupId ?? "");
  return (
    <Page
      title={group.name || "New product group"}
      backAction={backTo}
      secondaryActions={
        group.groupId === null
          ? []
          : [
              {
                content: "Delete",
                destructive: true,
                onAction: remove.start,
                loading: remove.going,
              },
            ]
      }
    >
      <Box paddingBlockEnd="800">
        <GroupForm key={group.groupId ?? "new"} group={group} />
      </Box>
    </Page>
  );
}

export function ErrorBoundary() {
  return <NotFoundPage what="This group" backTo={backTo} />;
}
