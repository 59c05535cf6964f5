import { useFetcher } from "@remix-run/react";
import {
  Banner,
  BlockStack,
  Button,
  Card,
  FormLayout,
  InlineStack,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import type { ReplaysView } from "#app/insights/replay/replay-view.ts";
import type { ActionAnswer } from "../action-answer.ts";

interface StartReplayCardProps {
  readonly view: ReplaysView;
  /** Chosen beforehand, when the page was opened from a draft; "" for today's rules. */
  readonly draftId: string;
}

const todaysRules = { value: "", label: "Today's rules, against Shopify's own routing" };
const multiples = ["1", "2", "3", "4", "5"].map((value) => ({
  value,
  label: value === "1" ? "as it was" : `times ${value}`,
}));

/** Chooses what is tried on which orders, and what is supposed to have been different. */
export function StartReplayCard({ view, draftId }: StartReplayCardProps) {
  const fetcher = useFetcher<ActionAnswer>();
  const [fields, setFields] = useState({
    ...{ draftId, days: "60", closed: "", demandFactor: "1", dearerService: "" },
    dearerPercent: "0",
  });
  const answer = fetcher.data?.ok === false ? fetcher.data : undefined;
  const errors = answer?.errors ?? {};
  const bind = (name: keyof typeof fields) => ({
    name,
    value: fields[name],
    onChange: (value: string) => setFields({ ...fields, [name]: value }),
    ...(errors[name] === undefined ? {} : { error: errors[name] }),
  });
  const drafts = [...view.drafts, todaysRules];
  const anyLocation = { value: "", label: "none" };
  const anyService = { value: "", label: "every service" };
  return (
    <Card>
      <fetcher.Form method="post" action="/app/rules/replay/start">
        <BlockStack gap="400">
          <Text as="h2" variant="headingMd">
            Try rules
          </Text>
          {answer?.message ? <Banner tone="critical" title={answer.message} /> : null}
          <FormLayout>
            <FormLayout.Group>
              <Select label="Rules to try" options={[...drafts]} {...bind("draftId")} />
              <TextField
                label="On orders of the last"
                type="number"
                suffix="days"
                min={1}
                max={180}
                autoComplete="off"
                {...bind("days")}
              />
            </FormLayout.Group>
            <Text as="h3" variant="headingSm">
              Suppose that
            </Text>
            <FormLayout.Group condensed>
              <Select
                label="A location is closed"
                options={[anyLocation, ...view.locations]}
                {...bind("closed")}
              />
              <Select label="Demand is" options={multiples} {...bind("demandFactor")} />
              <Select
                label="A carrier's service"
                options={[anyService, ...view.services]}
                {...bind("dearerService")}
              />
              <TextField
                label="is dearer by"
                type="number"
                suffix="%"
                min={0}
                max={500}
                autoComplete="off"
                {...bind("dearerPercent")}
              />
            </FormLayout.Group>
          </FormLayout>
          <InlineStack align="end">
            <Button submit variant="primary" loading={fetcher.state !== "idle"}>
              Replay
            </Button>
          </InlineStack>
        </BlockStack>
      </fetcher.Form>
    </Card>
  );
}
