import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Modal, Select, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { ActionAnswer } from "../action-answer.ts";
import { useAnswerToast } from "../use-answer-toast.ts";
import { pooledOptions } from "./pooled-options.ts";

interface BulkDialogProps {
  /** `<item id>-<location id>` of the rows selected. */
  readonly selected: readonly string[];
  readonly what: "safetyStock" | "pooled";
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const titles = { safetyStock: "Set safety stock", pooled: "Change the pool" } as const;

/** One change for many shelves: all of them, or none. */
export function BulkDialog({ selected, what, onClose, onDone }: BulkDialogProps) {
  const fetcher = useFetcher<ActionAnswer>();
  const [value, setValue] = useState(what === "pooled" ? "inherit" : "");
  useAnswerToast(fetcher.data, onDone);
  const shelves = selected.map((id) => {
    const [inventoryItemId = "", locationId = ""] = id.split("-");
    return { inventoryItemId, locationId };
  });
  const send = () =>
    void fetcher.submit(
      { shelves, [what]: value },
      { method: "post", action: "/app/inventory/bulk", encType: "application/json" },
    );
  const refused = fetcher.data?.ok === false ? fetcher.data : undefined;
  return (
    <Modal
      open
      onClose={onClose}
      title={`${titles[what]} of ${selected.length} ${selected.length === 1 ? "row" : "rows"}`}
      primaryAction={{ content: "Save", onAction: send, loading: fetcher.state !== "idle" }}
      secondaryActions={[{ content: "Cancel", onAction: onClose }]}
    >
      <Modal.Section>
        <BlockStack gap="300">
          {refused?.message ? <Banner tone="critical">{refused.message}</Banner> : null}
          <BulkField what={what} value={value} onChange={setValue} errors={refused?.errors ?? {}} />
        </BlockStack>
      </Modal.Section>
    </Modal>
  );
}

interface BulkFieldProps {
  readonly what: BulkDialogProps["what"];
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly errors: Readonly<Record<string, string>>;
}

function BulkField({ what, value, onChange, errors }: BulkFieldProps) {
  const error = errors[what] ?? errors.shelves ?? "";
  return what === "pooled" ? (
    <Select
      label="These items at these locations"
      options={[...pooledOptions]}
      value={value}
      onChange={onChange}
      error={error}
    />
  ) : (
    <TextField
      label="Safety stock"
      helpText="Units never promised. Leave empty to inherit."
      inputMode="numeric"
      autoComplete="off"
      value={value}
      onChange={onChange}
      error={error}
    />
  );
}
