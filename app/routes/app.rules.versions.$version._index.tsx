import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { z } from "zod";
import type { RuleVersionView } from "#app/rules/show-rule-version.server.ts";
import { showRuleVersion } from "#app/rules/show-rule-version.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { NotFoundPage } from "#app/ui/not-found-page.tsx";
import { CompareCard } from "#app/ui/rules/compare-card.tsx";
import { exportRules } from "#app/ui/rules/export-rules.ts";
import printStyles from "#app/ui/rules/print.css?url";
import { RollBackButton } from "#app/ui/rules/roll-back-button.tsx";
import { SummaryCard } from "#app/ui/rules/summary-card.tsx";
import { useBeginDraft } from "#app/ui/rules/use-begin-draft.ts";

export const meta = () => [{ title: "Version of your rules · Backroom" }];
export const links = () => [{ rel: "stylesheet", href: printStyles }];

const number = z.coerce.number().int().min(1).max(1_000_000);
const pairSchema = z.object({ version: number, other: number.nullable().catch(null) });
const backTo = { content: "Versions", url: "/app/rules/versions" };

export async function loader({ request, params: { version } }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  const other = new URL(request.url).searchParams.get("with");
  const pair = pairSchema.safeParse({ version, other });
  const view = pair.success ? await showRuleVersion(shop, pair.data) : null;
  if (!view) throw new Response("Not found", { status: 404 });
  return view;
}

export default function RuleVersion() {
  // Remix's own type says that an absent key may be undefined, which the rules' types do not allow.
  const view = useLoaderData() as RuleVersionView;
  const { rules, liveVersion, mayChange } = view;
  const { begin } = useBeginDraft();
  const beginDraft = () => begin({ name: `From version ${rules.version}`, version: rules.version });
  const isOld = rules.version !== liveVersion;
  return (
    <Page
      title={`Version ${rules.version}`}
      backAction={backTo}
      secondaryActions={[
        ...(mayChange ? [{ content: "Start a draft from it", onAction: beginDraft }] : []),
        { content: "Print", onAction: () => window.print() },
        {
          content: "Export as JSON",
          onAction: () => exportRules(`rules-${rules.version}`, rules.ruleset),
        },
      ]}
    >
      <BlockStack gap="400">
        <SummaryCard live={rules} timeZone={view.format.timeZone} />
        <div className="not-on-paper">
          <BlockStack gap="400">
            {mayChange && isOld ? (
              <div>
                <RollBackButton version={rules.version} liveVersion={liveVersion} />
              </div>
            ) : null}
            <CompareCard view={view} />
          </BlockStack>
        </div>
      </BlockStack>
    </Page>
  );
}

export function ErrorBoundary() {
  return <NotFoundPage what="This version" backTo={backTo} />;
}
