import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Box, Page } from "@shopify/polaris";
import { showLocation } from "#app/locations/show-location.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { DevicesCard } from "#app/ui/locations/devices-card.tsx";
import { LocationStateBadge } from "#app/ui/locations/location-state-badge.tsx";
import { PoolCard } from "#app/ui/locations/pool-card.tsx";
import { SettingsForm } from "#app/ui/locations/settings-form.tsx";
import { TodayCard } from "#app/ui/locations/today-card.tsx";
import { NotFoundPage } from "#app/ui/not-found-page.tsx";

export async function loader({ request, params: { locationId = "" } }: LoaderFunctionArgs) {
  const location = await showLocation(await requireAdmin(request), locationId);
  if (!location) throw new Response("Not found", { status: 404 });
  return location;
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.name ?? "Location not found"} · Backroom` },
];

const backTo = { content: "Locations", url: "/app/locations" };

export default function LocationPage() {
  const location = useLoaderData<typeof loader>();
  return (
    <Page
      title={location.name}
      subtitle={location.address}
      titleMetadata={<LocationStateBadge state={location.state} />}
      backAction={backTo}
    >
      <BlockStack gap="400">
        <PoolCard location={location} />
        <TodayCard location={location} />
        <DevicesCard location={location} />
        <Box paddingBlockEnd="800">
          <SettingsForm key={location.locationId} location={location} />
        </Box>
      </BlockStack>
    </Page>
  );
}

export function ErrorBoundary() {
  return <NotFoundPage what="This location" backTo={backTo} />;
}
