import { useFetcher } from "@remix-run/react";
import {
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
import type { ShopSettings } from "#app/inventory/pool/resolve-shelf.ts";
import type { ActionAnswer } from "../action-answer.ts";
import { useAnswerToast } from "../use-answer-toast.ts";
import { useFirstProblemFocus } from "../use-first-problem-focus.ts";

type TextName = Exclude<keyof ShopSettings, "trustDiscount">;

/** What holds in the whole shop where nothing nearer is said. */
export function PoolSettingsForm({ settings }: { readonly settings: ShopSettings }) {
  const fetcher = useFetcher<ActionAnswer>();
  useAnswerToast(fetcher.data);
  const fields = useFirstProblemFocus(fetcher.data);
  const [draft, setDraft] = useState({
    safetyStock: String(settings.safetyStock),
    slowAfterDays: settings.slowAfterDays?.toString() ?? "",
    minTrustPercent: String(settings.minTrustPercent),
    trustTries: String(settings.trustTries),
    trustDiscount: settings.trustDiscount ? "on" : "off",
  });
  const errors = fetcher.data?.ok === false ? fetcher.data.errors : undefined;
  const field = (name: TextName) => ({
    value: draft[name],
    onChange: (typed: string) => setDraft({ ...draft, [name]: typed }),
    error: errors?.[name] ?? "",
    inputMode: "numeric" as const,
    autoComplete: "off",
  });
  return (
    <Card>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void fetcher.submit(draft, { method: "post", action: "/app/inventory/pool/settings" });
        }}
      >
        <div ref={fields}>
          <BlockStack gap="300">
            <Text as="h2" variant="headingMd">
              The whole shop
            </Text>
            <FormLayout>
              <FormLayout.Group>
                <TextField
                  label="Safety stock"
                  helpText="Units every shelf keeps. Stores start with 1 of their own: the last unit on the shelf."
                  {...field("safetyStock")}
                />
                <TextField
                  label="Showroom stock stays unless unsold for (days)"
                  helpText="After so many days without a sale a store gives up its last units. Empty: they always stay."
                  {...field("slowAfterDays")}
                />
              </FormLayout.Group>
              <FormLayout.Group>
                <TextField
                  label="Minimum pick success, in percent"
                  helpText="A location below it gets no orders for the group until it is counted. 0: off."
                  {...field("minTrustPercent")}
                />
                <TextField
                  label="Tries before accuracy counts"
                  helpText="Fewer picks and counts than this say too little."
                  {...field("trustTries")}
                />
                <Select
                  label="Promise only what picks bear out"
                  helpText="On: of 10 units at a location where 8 of 10 are found, 8 are promised."
                  options={[
                    { value: "off", label: "Off" },
                    { value: "on", label: "On" },
                  ]}
                  value={draft.trustDiscount}
                  onChange={(trustDiscount) => setDraft({ ...draft, trustDiscount })}
                />
              </FormLayout.Group>
            </FormLayout>
            <InlineStack>
              <Button submit loading={fetcher.state !== "idle"}>
                Save for the shop
              </Button>
            </InlineStack>
          </BlockStack>
        </div>
      </form>
    </Card>
  );
}
