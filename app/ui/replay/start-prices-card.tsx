import { useFetcher } from "@remix-run/react";
import {
  Banner,
  BlockStack,
  Button,
  Card,
  FormLayout,
  InlineStack,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import type { ActionAnswer } from "../action-answer.ts";
import { useAnswerToast } from "../use-answer-toast.ts";

/** Asks on how many of the last orders the rules are priced. */
export function StartPricesCard() {
  const fetcher = useFetcher<ActionAnswer>();
  const [orders, setOrders] = useState("500");
  useAnswerToast(fetcher.data);
  const refused = fetcher.data?.ok === false ? fetcher.data : undefined;
  const error = refused?.errors?.orders;
  return (
    <Card>
      <fetcher.Form method="post" action="/app/rules/price/start">
        <BlockStack gap="300">
          {refused?.message ? <Banner tone="critical" title={refused.message} /> : null}
          <FormLayout>
            <TextField
              label="On the last"
              type="number"
              suffix="orders"
              name="orders"
              min={10}
              max={10_000}
              autoComplete="off"
              value={orders}
              onChange={setOrders}
              {...(error === undefined ? {} : { error })}
            />
          </FormLayout>
          <InlineStack align="end">
            <Button submit variant="primary" loading={fetcher.state !== "idle"}>
              Work it out
            </Button>
          </InlineStack>
        </BlockStack>
      </fetcher.Form>
    </Card>
  );
}
