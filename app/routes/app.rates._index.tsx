import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Box, Page } from "@shopify/polaris";
import { showRates } from "#app/rates/show-rates.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { EmptyNote } from "#app/ui/empty-note.tsx";
import { NotFoundPage } from "#app/ui/not-found-page.tsx";
import { CardsCard } from "#app/ui/rates/cards-card.tsx";
import { CurrentCard } from "#app/ui/rates/current-card.tsx";
import { EstimateCard } from "#app/ui/rates/estimate-card.tsx";
import { LabelsCard } from "#app/ui/rates/labels-card.tsx";
import { PublishCard } from "#app/ui/rates/publish-card.tsx";
import { SplitPenaltyCard } from "#app/ui/rates/split-penalty-card.tsx";

export async function loader({ request }: LoaderFunctionArgs) {
  return showRates(await requireAdmin(request));
}

export const meta = () => [{ title: "Shipping rates · Backroom" }];

export default function Rates() {
  const view = useLoaderData<typeof loader>();
  return (
    <Page title="Shipping rates" subtitle="What carriers charge you: routing compares plans by it">
      {view.current ? (
        <Box paddingBlockEnd="800">
          <BlockStack gap="400">
            <CurrentCard current={view.current} format={view.format} />
            {view.mayChange ? <PublishCard /> : null}
            <CardsCard view={view} />
            {view.mayChange ? (
              <SplitPenaltyCard penalty={view.current.splitPenalty} format={view.format} />
            ) : null}
            <EstimateCard view={view} />
            <LabelsCard view={view} />
          </BlockStack>
        </Box>
      ) : (
        <EmptyNote heading="No rates yet">
          Starter rates appear with the first sync, minutes after installing.
        </EmptyNote>
      )}
    </Page>
  );
}

export function ErrorBoundary() {
  return <NotFoundPage what="This page" backTo={{ content: "Home", url: "/app" }} />;
}
