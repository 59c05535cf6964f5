import { useFetcher } from "@remix-run/react";
import { TextField } from "@shopify/polaris";
import { useState } from "react";
import type { LocationDetails } from "#app/locations/show-location.server.ts";
import type { ActionAnswer } from "../action-answer.ts";
import { ReasonDialog } from "../reason-dialog.tsx";

interface PauseDialogProps {
  readonly location: LocationDetails;
  readonly onClose: () => void;
}

/** Takes a location out of the pool until a moment on its own clock, or until somebody resumes it. */
export function PauseDialog({ location, onClose }: PauseDialogProps) {
  const { locationId, name, timeZone } = location;
  const fetcher = useFetcher<ActionAnswer>({ key: `pause-${locationId}` });
  const [until, setUntil] = useState("");
  const errors = fetcher.data?.ok === false ? fetcher.data.errors : undefined;
  return (
    <ReasonDialog
      fetcher={fetcher}
      action={`/app/locations/${locationId}/pause`}
      title={`Pause ${name}?`}
      explanation="It gets no new orders. Tasks it already has stay with it; take them back under Pick tasks."
      label="Reason"
      field="reason"
      submit="Pause"
      more={{ until, timeZone }}
      onClose={onClose}
    >
      <TextField
        label="Until"
        type="datetime-local"
        autoComplete="off"
        helpText={`On the location's clock (${timeZone}). Leave empty to resume it yourself.`}
        value={until}
        onChange={setUntil}
        error={errors?.until ?? ""}
      />
    </ReasonDialog>
  );
}
