import { Checkbox, FormLayout, Text, TextField } from "@shopify/polaris";
import { useState } from "react";
import { DraftDialog } from "./draft-dialog.tsx";

interface ScheduleDialogProps {
  readonly draftId: string;
  readonly revision: number;
  readonly timeZone: string;
  readonly onClose: () => void;
}

/** Asks from when rules hold, and until when, on the shop's clock. */
export function ScheduleDialog({ draftId, revision, timeZone, onClose }: ScheduleDialogProps) {
  const [start, setStart] = useState({ day: "", time: "00:00" });
  const [end, setEnd] = useState({ day: "", time: "00:00" });
  const [hasEnd, setHasEnd] = useState(true);
  const fields = {
    revision,
    starts: `${start.day}T${start.time}`,
    ends: hasEnd ? `${end.day}T${end.time}` : "",
  };
  return (
    <DraftDialog
      title="Schedule these rules"
      submit="Schedule"
      action={`/app/rules/drafts/${draftId}/schedule`}
      {...{ fields, onClose }}
    >
      {(errors) => (
        <FormLayout>
          <Text as="p">
            They become your rules by themselves, on the shop&apos;s clock ({timeZone}). At the end
            the rules that held before come back.
          </Text>
          <DayAndTime name="Start" moment={start} error={errors.starts} onChange={setStart} />
          <Checkbox
            label="They end, and the former rules come back"
            checked={hasEnd}
            onChange={setHasEnd}
          />
          {hasEnd ? (
            <DayAndTime name="End" moment={end} error={errors.ends} onChange={setEnd} />
          ) : null}
        </FormLayout>
      )}
    </DraftDialog>
  );
}

interface Moment {
  readonly day: string;
  readonly time: string;
}

interface DayAndTimeProps {
  /** "Start", "End". */
  readonly name: string;
  readonly moment: Moment;
  readonly error: string | undefined;
  readonly onChange: (moment: Moment) => void;
}

function DayAndTime({ name, moment, error = "", onChange }: DayAndTimeProps) {
  return (
    <FormLayout.Group condensed>
      <TextField
        label={`${name} date`}
        type="date"
        value={moment.day}
        onChange={(day) => onChange({ ...moment, day })}
        error={error}
        autoComplete="off"
      />
      <TextField
        label={`${name} time`}
        type="time"
        value={moment.time}
        onChange={(time) => onChange({ ...moment, time })}
        autoComplete="off"
      />
    </FormLayout.Group>
  );
}
