import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { BlockStack, Layout, Page } from "@shopify/polaris";
import { useState } from "react";
import { showRules } from "#app/rules/show-rules.server.ts";
import { applyTemplates } from "#app/rules/templates/apply-templates.ts";
import { ruleTemplates } from "#app/rules/templates/rule-templates.ts";
import type { TemplateAnswers } from "#app/rules/templates/template-answers.ts";
import { requireAdmin } from "#app/shops/require-admin.server.ts";
import { ImportCard } from "#app/ui/rules/import-card.tsx";
import { LiveStartCard } from "#app/ui/rules/live-start-card.tsx";
import { TemplatePreview } from "#app/ui/rules/template-preview.tsx";
import { TemplateQuestionsCard } from "#app/ui/rules/template-questions-card.tsx";
import { TemplatesCard } from "#app/ui/rules/templates-card.tsx";

export const meta = () => [{ title: "Change rules · Backroom" }];

export async function loader({ request }: LoaderFunctionArgs) {
  const { format, live } = await showRules(await requireAdmin(request));
  return { currency: format.currency, liveVersion: live?.version ?? null };
}

const [firstTemplate] = ruleTemplates;

export default function StartDraft() {
  const { currency, liveVersion } = useLoaderData<typeof loader>();
  const [chosen, setChosen] = useState(firstTemplate?.id ?? "");
  const [answers, setAnswers] = useState<TemplateAnswers | undefined>(firstTemplate?.answers);
  const template = ruleTemplates.find(({ id }) => id === chosen);
  const choose = (templateId: string) => {
    setChosen(templateId);
    setAnswers(ruleTemplates.find(({ id }) => id === templateId)?.answers);
  };
  return (
    <Page
      title="Change rules"
      subtitle="You get a draft; your rules stay as they are until you publish it"
      backAction={{ content: "Rules", url: "/app/rules" }}
    >
      <Layout>
        <Layout.Section>
          <BlockStack gap="400">
            {liveVersion === null ? null : <LiveStartCard version={liveVersion} />}
            <TemplatesCard chosen={chosen} onChoose={choose} />
            {answers ? <TemplateQuestionsCard answers={answers} onChange={setAnswers} /> : null}
            <ImportCard />
          </BlockStack>
        </Layout.Section>
        <Layout.Section variant="oneThird">
          {template && answers ? (
            <TemplatePreview
              name={template.title}
              ruleset={applyTemplates(answers)}
              currency={currency}
            />
          ) : null}
        </Layout.Section>
      </Layout>
    </Page>
  );
}
