import { FormLayout, Select, TextField } from "@shopify/polaris";
import { measureNames, measures } from "#app/insights/pilot/pilot-measures.ts";
import type { Choice } from "#app/insights/pilot/pilot-view.ts";
import type { BindField } from "./pilot-fields.ts";

interface PilotGoalFieldsProps {
  readonly bind: BindField;
  readonly drafts: readonly Choice[];
}

const measureChoices = measureNames.map((name) => ({ value: name, label: measures[name].label }));

/** Which draft, how large a share, how long, what shall improve, and when it stops itself. */
export function PilotGoalFields({ bind, drafts }: PilotGoalFieldsProps) {
  return (
    <FormLayout>
      <FormLayout.Group>
        <Select label="Draft" options={[...drafts]} {...bind("draftId")} />
        <TextField
          label="Share of orders it decides"
          type="number"
          suffix="%"
          min={1}
          max={99}
          autoComplete="off"
          {...bind("sharePercent")}
        />
        <TextField label="Last day" type="date" autoComplete="off" {...bind("endsOn")} />
      </FormLayout.Group>
      <FormLayout.Group>
        <Select label="What shall improve" options={measureChoices} {...bind("measure")} />
        <TextField
          label="Stop when stores reject more than"
          type="number"
          suffix="%"
          min={1}
          max={100}
          autoComplete="off"
          {...bind("stopAbovePercent")}
        />
        <TextField
          label="Of at least so many answered orders"
          type="number"
          min={1}
          max={10_000}
          autoComplete="off"
          {...bind("stopAfterOrders")}
        />
      </FormLayout.Group>
    </FormLayout>
  );
}
