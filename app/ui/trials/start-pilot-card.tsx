import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import { useState } from "react";
import type { PilotsView } from "#app/insights/pilot/pilot-view.ts";
import type { ActionAnswer } from "../action-answer.ts";
import type { BindField } from "./pilot-fields.ts";
import { emptyPilotFields } from "./pilot-fields.ts";
import { PilotGoalFields } from "./pilot-goal-fields.tsx";
import { PilotScopeFields } from "./pilot-scope-fields.tsx";

/** Chooses the draft, for whom it decides, what shall improve and when it stops. */
export function StartPilotCard({ view }: { readonly view: PilotsView }) {
  const fetcher = useFetcher<ActionAnswer>();
  const [fields, setFields] = useState({
    ...emptyPilotFields,
    draftId: view.drafts[0]?.value ?? "",
  });
  const refused = fetcher.data?.ok === false ? fetcher.data : undefined;
  const bind: BindField = (name) => ({
    name,
    value: fields[name],
    error: refused?.errors?.[name] ?? "",
    onChange: (value) => setFields({ ...fields, [name]: value }),
  });
  const start = () =>
    void fetcher.submit(
      { ...fields, storeIds: fields.storeIds.join(",") },
      { method: "post", action: "/app/rules/pilots/start" },
    );
  return (
    <Card>
      <BlockStack gap="400">
        <Text as="h2" variant="headingMd">
          Start a pilot
        </Text>
        {refused?.message ? <Banner tone="critical" title={refused.message} /> : null}
        <Text as="p">
          The draft decides a share of the orders below for real. The others stay with your rules
          and are the control group. An order keeps its side, whatever happens to it.
        </Text>
        <PilotGoalFields bind={bind} drafts={view.drafts} />
        <PilotScopeFields
          bind={bind}
          stores={view.stores}
          storeIds={fields.storeIds}
          onStores={(storeIds) => setFields({ ...fields, storeIds })}
        />
        <InlineStack align="end">
          <Button variant="primary" onClick={start} loading={fetcher.state !== "idle"}>
            Start the pilot
          </Button>
        </InlineStack>
      </BlockStack>
    </Card>
  );
}
