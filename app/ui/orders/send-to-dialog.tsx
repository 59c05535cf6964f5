import { useFetcher } from "@remix-run/react";
import { Select } from "@shopify/polaris";
import { useState } from "react";
import type { ActionAnswer } from "../action-answer.ts";
import { ReasonDialog } from "../reason-dialog.tsx";

interface SendToDialogProps {
  readonly orderId: string;
  readonly name: string;
  readonly locations: readonly { readonly id: string; readonly name: string }[];
  readonly onClose: () => void;
}

/** Overrides the decision: this order goes to this location, with a reason. */
export function SendToDialog({ orderId, name, locations, onClose }: SendToDialogProps) {
  const fetcher = useFetcher<ActionAnswer>({ key: `send-to-${orderId}` });
  const [locationId, setLocationId] = useState("");
  const errors = fetcher.data?.ok === false ? fetcher.data.errors : undefined;
  return (
    <ReasonDialog
      fetcher={fetcher}
      action={`/app/orders/${orderId}/send-to`}
      title={`Send ${name} to a location of your choice?`}
      explanation="Your rules do not bind this choice; stock does. What the location does not have comes back to you under Exceptions. Your choice and your reason are kept."
      label="Reason"
      field="reason"
      submit="Send it there"
      more={{ locationId }}
      onClose={onClose}
    >
      <Select
        label="Location"
        options={[
          { value: "", label: "Choose a location" },
          ...locations.map((location) => ({ value: location.id, label: location.name })),
        ]}
        value={locationId}
        onChange={setLocationId}
        error={errors?.locationId ?? ""}
      />
    </ReasonDialog>
  );
}
