import { useFetcher } from "@remix-run/react";
import {
  BlockStack,
  Button,
  Card,
  Form,
  FormLayout,
  InlineStack,
  Select,
  Text,
  TextField,
} from "@shopify/polaris";
import { useState } from "react";
import { formatMoney } from "#app/format-money.ts";
import type { EstimateAnswer } from "#app/rates/estimate-shipping.server.ts";
import type { RatesView } from "#app/rates/show-rates.server.ts";
import { describeDays } from "../describe-days.ts";
import { StackingTable } from "../stacking-table.tsx";

interface Draft {
  readonly fromLocationId: string;
  readonly from: string;
  readonly to: string;
  readonly countryCode: string;
  readonly weightKg: string;
}

/** What a parcel from here to there would cost by the card in force. */
export function EstimateCard({ view }: { readonly view: RatesView }) {
  const { locations, countries, format } = view;
  const fetcher = useFetcher<EstimateAnswer>({ key: "estimate" });
  const [draft, setDraft] = useState<Draft>({
    fromLocationId: locations[0]?.id ?? "",
    from: "",
    to: "",
    countryCode: countries[0] ?? "US",
    weightKg: "1",
  });
  const errors = fetcher.data?.ok === false ? fetcher.data.errors : {};
  const field = (name: keyof Draft) => ({
    value: draft[name],
    error: errors[name] ?? "",
    autoComplete: "off",
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  });
  const ask = () =>
    void fetcher.submit({ ...draft }, { method: "post", action: "/app/rates/estimate" });
  const starts = locations.map(({ id, name }) => ({ label: name, value: id }));
  const address = "Postal code, or coordinates such as 39.75, -105.00";
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Estimate a parcel
        </Text>
        <Form onSubmit={ask}>
          <FormLayout>
            <FormLayout.Group>
              <Select
                label="From"
                options={[...starts, { label: "Another address", value: "" }]}
                {...field("fromLocationId")}
              />
              {draft.fromLocationId ? null : (
                <TextField label="From address" helpText={address} {...field("from")} />
              )}
              <TextField label="To address" helpText={address} {...field("to")} />
            </FormLayout.Group>
            <FormLayout.Group condensed>
              <TextField label="Country of postal codes" maxLength={2} {...field("countryCode")} />
              <TextField label="Weight" suffix="kg" inputMode="decimal" {...field("weightKg")} />
            </FormLayout.Group>
            <InlineStack align="end">
              <Button submit loading={fetcher.state !== "idle"}>
                Estimate
              </Button>
            </InlineStack>
          </FormLayout>
        </Form>
        <div aria-live="polite">
          {fetcher.data?.ok ? <Quotes answer={fetcher.data} currency={format.currency} /> : null}
        </div>
      </BlockStack>
    </Card>
  );
}

interface QuotesProps {
  readonly answer: Extract<EstimateAnswer, { readonly ok: true }>;
  readonly currency: string;
}

function Quotes({ answer: { estimate }, currency }: QuotesProps) {
  const [first] = estimate.quotes;
  return (
    <BlockStack gap="200">
      <Text as="p">
        From {estimate.from} to {estimate.to}
        {first ? `: ${Math.round(first.distanceKm).toLocaleString("en-US")} km.` : "."} Labels only,
        without handling.
      </Text>
      <StackingTable
        headings={["Service", "Label", "Takes", "Distance step"]}
        rows={estimate.quotes.map(({ service, price, transitDays, zone }) => ({
          key: service,
          cells: [service, formatMoney(price, currency), describeDays(transitDays), String(zone)],
        }))}
      />
    </BlockStack>
  );
}
