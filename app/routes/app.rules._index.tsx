import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { Banner, BlockStack, Card, Page } from "@shopify/polaris";
import type { RulesView } from "#app/rules/show-rules.server.ts";
import { showRules } from "#app/rules/show-rules.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { EmptyNote } from "#app/ui/empty-note.tsx";
import { ApprovalCard } from "#app/ui/rules/approval-card.tsx";
import { DraftsCard } from "#app/ui/rules/drafts-card.tsx";
import { exportRules } from "#app/ui/rules/export-rules.ts";
import { GuardrailsCard } from "#app/ui/rules/guardrails-card.tsx";
import { LanesCard } from "#app/ui/rules/lanes-card.tsx";
import printStyles from "#app/ui/rules/print.css?url";
import { SummaryCard } from "#app/ui/rules/summary-card.tsx";

export const meta = () => [{ title: "Rules · Backroom" }];
export const links = () => [{ rel: "stylesheet", href: printStyles }];

export async function loader({ request }: LoaderFunctionArgs) {
  return showRules(await requireAdmin(request));
}

export default function Rules() {
  // Remix's own type says that an absent key may be undefined, which the rules' types do not allow.
  const rules = useLoaderData() as RulesView;
  const { live, format, mayChange } = rules;
  if (!live) return <NoRules />;
  return (
    <Page
      title="Rules"
      subtitle="What decides where orders ship from"
      {...(mayChange
        ? { primaryAction: { content: "Change rules", url: "/app/rules/start" } }
        : {})}
      actionGroups={[
        {
          title: "Try a draft",
          actions: [
            { content: "On past orders", url: "/app/rules/replay" },
            { content: "In the shadow", url: "/app/rules/shadow" },
            { content: "In a pilot", url: "/app/rules/pilots" },
          ],
        },
      ]}
      secondaryActions={[
        { content: "Versions", url: "/app/rules/versions" },
        { content: "What each rule costs", url: "/app/rules/price" },
        { content: "Overrides", url: "/app/insights/overrides" },
        { content: "Print for the stores", onAction: () => window.print() },
        {
          content: "Export as JSON",
          onAction: () => exportRules(`rules-${live.version}`, live.ruleset),
        },
      ]}
    >
      <BlockStack gap="400">
        <SummaryCard live={live} timeZone={format.timeZone} />
        <div className="not-on-paper">
          <BlockStack gap="400">
            {live.isTemporary ? (
              <Banner>These rules hold for a limited time; then the former ones come back.</Banner>
            ) : null}
            <DraftsCard rules={rules} />
            <GuardrailsCard guardrails={live.guardrails} version={live.version} />
            <LanesCard lanes={live.lanes} whenNothingFits={live.whenNothingFits} />
            <ApprovalCard approval={rules.approval} />
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
