import { BlockStack, Box, Card, Layout, Select, Text, TextField } from "@shopify/polaris";
import type { ReactNode } from "react";
import { HoursFields } from "./hours-fields.tsx";
import { locationTypeOptions } from "./location-type.ts";
import type { DayDraft, SettingsDraft } from "./settings-draft.ts";

export type TextName = Exclude<keyof SettingsDraft, "days">;

export interface SettingsSectionsProps {
  readonly draft: SettingsDraft;
  readonly currency: string;
  readonly timeZone: string;
  /** Value, change handler and error of a text field. */
  readonly field: (name: TextName) => {
    readonly value: string;
    readonly onChange: (text: string) => void;
    readonly error: string;
    readonly autoComplete: string;
  };
  readonly hoursError: string;
  readonly onDaysChange: (days: readonly DayDraft[]) => void;
}

/** The fields of one location's settings, grouped by what they decide. */
export function SettingsSections(props: SettingsSectionsProps) {
  return (
    <>
      <KindSection {...props} />
      <HoursSection {...props} />
      <CapacitySection {...props} />
      <CostSection {...props} />
    </>
  );
}

function KindSection({ field }: SettingsSectionsProps) {
  return (
    <Section title="What it is" help="Rules speak of kinds and groups of locations.">
      <Select label="Kind" options={locationTypeOptions} {...field("type")} />
      <TextField
        label="Groups"
        helpText="Names your rules use, separated by commas."
        {...field("groups")}
      />
      <TextField
        label="Rank"
        helpText="Smaller comes first where a rule goes by rank."
        inputMode="numeric"
        {...field("rank")}
      />
    </Section>
  );
}

function HoursSection({ draft, timeZone, field, hoursError, onDaysChange }: SettingsSectionsProps) {
  return (
    <Section
      title="When it works"
      help={`On this location's own clock (${timeZone}). Orders after the cutoff leave the next open day.`}
    >
      <HoursFields days={draft.days} error={hoursError} onChange={onDaysChange} />
      <TextField label="Cutoff" type="time" helpText="Leave empty for none." {...field("cutoff")} />
    </Section>
  );
}

function CapacitySection({ field }: SettingsSectionsProps) {
  return (
    <Section
      title="How much it can do"
      help="Backroom gives it no more units a day than this, and never the units it keeps."
    >
      <TextField
        label="Units a day"
        helpText="Leave empty for no limit."
        inputMode="numeric"
        {...field("unitsPerDay")}
      />
      <TextField
        label="Safety stock"
        helpText="Units of every item it keeps; groups and items can have their own under Inventory. Empty: the shop’s figure."
        inputMode="numeric"
        {...field("safetyStock")}
      />
    </Section>
  );
}

function CostSection({ currency, field }: SettingsSectionsProps) {
  return (
    <Section title="What work costs there" help="Added to the postage when plans are compared.">
      <TextField
        label="Per parcel"
        prefix={currency}
        inputMode="decimal"
        {...field("handlingPerParcel")}
      />
      <TextField
        label="Per unit"
        prefix={currency}
        inputMode="decimal"
        {...field("handlingPerUnit")}
      />
    </Section>
  );
}

interface SectionProps {
  readonly title: string;
  readonly help: string;
  readonly children: ReactNode;
}

function Section({ title, help, children }: SectionProps) {
  return (
    <Layout.AnnotatedSection
      title={<Inset>{title}</Inset>}
      description={
        <Inset>
          <Text as="p">{help}</Text>
        </Inset>
      }
    >
      <Card>
        <BlockStack gap="400">{children}</BlockStack>
      </Card>
    </Layout.AnnotatedSection>
  );
}

/** On a phone cards reach the edges of the screen, but text must not. */
function Inset({ children }: { readonly children: ReactNode }) {
  return <Box paddingInline={{ xs: "400", sm: "0" }}>{children}</Box>;
}
