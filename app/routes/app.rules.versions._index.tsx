import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Page } from "@shopify/polaris";
import { z } from "zod";
import { listRuleVersions } from "#app/rules/list-rule-versions.server.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { PageTurner } from "#app/ui/page-turner.tsx";
import { VersionsCard } from "#app/ui/rules/versions-card.tsx";

export const meta = () => [{ title: "Versions of your rules · Backroom" }];

const choiceSchema = z.object({ page: z.coerce.number().int().min(1).max(10_000).catch(1) });

export async function loader({ request }: LoaderFunctionArgs) {
  const shop = await requireAdmin(request);
  const { page } = choiceSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
  return { ...(await listRuleVersions(shop, { page })), page };
}

export default function RuleVersions() {
  const view = useLoaderData<typeof loader>();
  return (
    <Page
      title="Versions of your rules"
      subtitle="Every decision keeps the version it was made with"
      backAction={{ content: "Rules", url: "/app/rules" }}
    >
      <BlockStack gap="400">
        <VersionsCard view={view} />
        <PageTurner page={view.page} pageSize={view.perPage} total={view.versionCount} />
      </BlockStack>
    </Page>
  );
}
