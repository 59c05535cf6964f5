import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, Card, InlineStack, Select, Text } from "@shopify/polaris";
import { useState } from "react";
import type { ShadowsView } from "#app/insights/shadow/shadow-view.ts";
import type { ActionAnswer } from "../action-answer.ts";

/** Chooses the draft that shall decide beside live traffic. */
export function StartShadowCard({ drafts }: { readonly drafts: ShadowsView["drafts"] }) {
  const fetcher = useFetcher<ActionAnswer>();
  const [chosen, setChosen] = useState("");
  const refused = fetcher.data?.ok === false ? fetcher.data : undefined;
  const draftId = drafts.some(({ value }) => value === chosen) ? chosen : (drafts[0]?.value ?? "");
  return (
    <Card>
      <fetcher.Form method="post" action="/app/rules/shadow/start">
        <BlockStack gap="300">
          <Text as="h2" variant="headingMd">
            Run a draft in the shadow
          </Text>
          {refused?.message ? <Banner tone="critical" title={refused.message} /> : null}
          <Text as="p">
            From the next order on it decides every new order too, with the stock its own choices
            would have left. Nothing moves; the report below grows by itself.
          </Text>
          {drafts.length === 0 ? (
            <Text as="p" tone="subdued">
              There is no draft that could start. Begin one under Rules.
            </Text>
          ) : (
            <InlineStack gap="300" blockAlign="end">
              <Select
                label="Draft"
                name="draftId"
                options={[...drafts]}
                value={draftId}
                onChange={setChosen}
              />
              <Button submit variant="primary" loading={fetcher.state !== "idle"}>
                Start
              </Button>
            </InlineStack>
          )}
        </BlockStack>
      </fetcher.Form>
    </Card>
  );
}
