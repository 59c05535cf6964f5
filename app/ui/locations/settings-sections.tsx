import { BlockStack, Box, Card, Checkbox, Layout, Select, Text, TextField } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { LocationDetails } from "#app/locations/show-location.server.ts";
import { ClosedDaysFields } from "./closed-days-fields.tsx";
import { CutoffFields } from "./cutoff-fields.tsx";
import { findError } from "./find-error.ts";
import { HolidayFields } from "./holiday-fields.tsx";
import { HoursFields } from "./hours-fields.tsx";
import { locationTypeOptions } from "./location-type.ts";
import { RoundFields } from "./round-fields.tsx";
import type { SettingsDraft } from "./settings-draft.ts";

/** Settings whose draft is one line of text. */
export type TextName = {
  [Name in keyof SettingsDraft]: SettingsDraft[Name] extends string ? Name : never;
}[keyof SettingsDraft];

export interface SettingsSectionsProps {
  readonly location: LocationDetails;
  readonly draft: SettingsDraft;
  /** Value, change handler and error of a text field. */
  readonly field: (name: TextName) => {
    readonly value: string;
    readonly onChange: (text: string) => void;
    readonly error: string;
    readonly autoComplete: string;
  };
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (changed: Partial<SettingsDraft>) => void;
}

/** The fields of one location's settings, grouped by what they decide. */
export function SettingsSections(props: SettingsSectionsProps) {
  return (
    <>
      <KindSection {...props} />
      <HoursSection {...props} />
      <HolidaySection {...props} />
      <DispatchSection {...props} />
      <CapacitySection {...props} />
      <CostSection {...props} />
    </>
  );
}

function KindSection({ draft, field, onChange }: SettingsSectionsProps) {
  return (
    <Section title="What it is" help="Rules speak of kinds and groups of locations.">
      <Checkbox
        label="Ships orders from the pool"
        helpText="Off: it ships nothing, but customers can still pick up there."
        checked={draft.inPool}
        onChange={(inPool) => onChange({ inPool })}
      />
      <Select label="Kind" options={locationTypeOptions} {...field("type")} />
      <TextField
        label="Groups"
        helpText="Names your rules use, separated by commas."
        {...field("groups")}
      />
      <TextField
        label="Tags"
        helpText="For you to find it by in the list, separated by commas."
        {...field("tags")}
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

function HoursSection({ draft, errors, field, onChange }: SettingsSectionsProps) {
  const zones = Intl.supportedValuesOf("timeZone");
  const known = zones.includes(draft.timeZone) ? zones : [draft.timeZone, ...zones];
  return (
    <Section title="When it works" help="Everything below is on this location's own clock.">
      <Select
        label="Time zone"
        options={known.map((zone) => ({ label: zone.replaceAll("_", " "), value: zone }))}
        {...field("timeZone")}
      />
      <HoursFields
        hours={draft.openingHours}
        error={findError(errors, "openingHours")}
        onChange={(openingHours) => onChange({ openingHours })}
      />
    </Section>
  );
}

function HolidaySection({ location, draft, errors, onChange }: SettingsSectionsProps) {
  return (
    <Section
      title="Holidays and closed days"
      help="Nothing leaves on a closed day: delivery dates count from the next open one."
    >
      <HolidayFields location={location} draft={draft} onChange={onChange} />
      <ClosedDaysFields
        days={draft.specialDays}
        errors={errors}
        onChange={(specialDays) => onChange({ specialDays })}
      />
    </Section>
  );
}

function DispatchSection({ location, draft, errors, field, onChange }: SettingsSectionsProps) {
  return (
    <Section
      title="When parcels leave"
      help="An order decided at or after its cutoff leaves with the next open day's work."
    >
      <TextField
        label="Cutoff"
        type="time"
        helpText="Leave empty to ship until closing."
        {...field("cutoff")}
      />
      <CutoffFields
        services={location.services}
        cutoffs={draft.cutoffs}
        errors={errors}
        onChange={(cutoffs) => onChange({ cutoffs })}
      />
      <RoundFields
        rounds={draft.packingRounds}
        errors={errors}
        onChange={(packingRounds) => onChange({ packingRounds })}
      />
    </Section>
  );
}

function CapacitySection({ field }: SettingsSectionsProps) {
  const limit = { inputMode: "numeric", placeholder: "No limit" } as const;
  return (
    <Section
      title="How much it can do"
      help="Backroom never gives it more a day than this, from midnight to midnight on its own clock. What it rejects or what is cancelled is given back at once."
    >
      <TextField label="Orders a day" {...limit} {...field("ordersPerDay")} />
      <TextField label="Units a day" {...limit} {...field("unitsPerDay")} />
      <TextField label="Labour minutes a day" {...limit} {...field("minutesPerDay")} />
      <TextField
        label="Minutes per order"
        helpText="To fetch the cart, pack and label one parcel, whatever is in it."
        inputMode="decimal"
        {...field("minutesPerOrder")}
      />
      <TextField
        label="Minutes per unit"
        helpText="To find and pick one piece."
        inputMode="decimal"
        {...field("minutesPerUnit")}
      />
      <TextField
        label="Safety stock"
        helpText="Units of every item it keeps. Leave empty for the shop's own figure; groups and items can have theirs under Inventory."
        inputMode="numeric"
        {...field("safetyStock")}
      />
    </Section>
  );
}

function CostSection({ location: { currency }, field }: SettingsSectionsProps) {
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
