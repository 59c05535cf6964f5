import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Card, Page } from "@shopify/polaris";
import { z } from "zod";
import { showRules } from "#app/rules/show-rules.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { EmptyNote } from "#app/ui/empty-note.tsx";
import { PageTurner } from "#app/ui/page-turner.tsx";
import { GuardrailsCard } from "#app/ui/rules/guardrails-card.tsx";
import { LanesCard } from "#app/ui/rules/lanes-card.tsx";
import printStyles from "#app/ui/rules/print.css?url";
import { SummaryCard } from "#app/ui/rules/summary-card.tsx";
import { VersionsCard } from "#app/ui/rules/versions-card.tsx";

export const meta = () => [{ title: "Rules · Backroom" }];
export const links = () => [{ rel: "stylesheet", href: printStyles }];

const choiceSchema = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  const { page } = choiceSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { ...(await showRules(shop, { page })), page };
}

export default function Rules() {
  const rules = useLoaderData<typeof loader>();
  const { live, format } = rules;
  if (!live) return <NoRules />;
  return (
    <Page
      title="Rules"
      subtitle="What decides where orders ship from"
      primaryAction={{ content: "Print for the stores", onAction: () => window.print() }}
    >
      <BlockStack gap="400">
        <SummaryCard live={live} timeZone={format.timeZone} />
        <div className="not-on-paper">
          <BlockStack gap="400">
            <GuardrailsCard guardrails={live.guardrails} version={live.version} />
            <LanesCard lanes={live.lanes} whenNothingFits={live.whenNothingFits} />
            <VersionsCard rules={rules} />
            <PageTurner page={rules.page} pageSize={rules.perPage} total={rules.versionCount} />
          </BlockStack>
        </div>
      </BlockStack>
    </Page>
  );
}

function NoRules() {
  return (
    <Page title="Rules">
      <Card>
        <EmptyNote heading="Your starter rules are on their way">
          They are put in place when your locations have been imported. Reload in a minute.
        </EmptyNote>
      </Card>
    </Page>
  );
}
