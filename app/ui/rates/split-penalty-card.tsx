import { useFetcher } from "@remix-run/react";
import { SaveBar } from "@shopify/app-bridge-react";
import { BlockStack, Card, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { RatesView } from "#app/rates/show-rates.server.ts";
import type { ActionAnswer } from "../action-answer.ts";
import { useAnswerToast } from "../use-answer-toast.ts";

interface SplitPenaltyCardProps {
  readonly penalty: string;
  readonly format: RatesView["format"];
}

/** What every parcel after the first costs on top, beside its label. */
export function SplitPenaltyCard({ penalty, format }: SplitPenaltyCardProps) {
  const fetcher = useFetcher<ActionAnswer>({ key: "split-penalty" });
  const [typed, setTyped] = useState<string | null>(null);
  useAnswerToast(fetcher.data, () => setTyped(null));
  const value = typed ?? penalty;
  const isDirty = value !== penalty;
  const errors = isDirty && fetcher.data?.ok === false ? fetcher.data.errors : undefined;
  const save = () =>
    void fetcher.submit(
      { splitPenalty: value },
      { method: "post", action: "/app/rates/split-penalty" },
    );
  return (
    <Card>
      <SaveBar id="split-penalty" open={isDirty}>
        <button variant="primary" onClick={save} disabled={fetcher.state !== "idle"}>
          Save
        </button>
        <button onClick={() => setTyped(null)}>Discard</button>
      </SaveBar>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Split penalty
        </Text>
        <TextField
          label="Each parcel after the first"
          prefix={format.currency}
          inputMode="decimal"
          autoComplete="off"
          helpText="A second box, a second hand-over, a customer who asks where the rest is. Higher means fewer split orders."
          value={value}
          onChange={setTyped}
          error={errors?.splitPenalty ?? ""}
        />
      </BlockStack>
    </Card>
  );
}
