import { BlockStack, Box, Card, Checkbox, Layout, Text, TextField } from "@shopify/polaris";
import type { ReactNode } from "react";
import type { LookAheadSettings } from "#app/shops/look-ahead-settings.ts";
import type { LookAheadView } from "#app/shops/show-look-ahead.server.ts";
import { describeChanges, describeCosts, describeWaiting } from "./describe-look-ahead.ts";

/** The settings as the form holds them: numbers as they are typed. */
export type LookAheadDraft = {
  [Name in keyof LookAheadSettings]: LookAheadSettings[Name] extends boolean ? boolean : string;
};

interface SectionsProps {
  readonly view: LookAheadView;
  readonly draft: LookAheadDraft;
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (changed: Partial<LookAheadDraft>) => void;
}

/** What each way of looking ahead does, what it gains, and its settings. */
export function LookAheadSections(props: SectionsProps) {
  return (
    <>
      <CostSection {...props} />
      <CoolOffSection {...props} />
      <ReconsiderSection {...props} />
    </>
  );
}

function CostSection({ view, draft, errors, onChange }: SectionsProps) {
  return (
    <Section
      title="Spare scarce stock, clear aged stock"
      help="A location's last fast-selling units may be worth more to a customer nearby next week than the few cents they save today. Backroom puts a price on each unit, from your past orders and what every location has left, and adds it to the cost of plans. Stock that lies for 60 days or more counts as cheaper. It never refuses a sale: a unit that is there can always be sold."
      state={describeCosts(view)}
    >
      <Checkbox
        label="Reckon with what a unit will cost later"
        helpText="In our test worlds of 7 locations it cut shipping cost by 3.4 % and split orders by half. Your shop will differ: try it in a replay."
        checked={draft.opportunityCost}
        onChange={(opportunityCost) => onChange({ opportunityCost })}
      />
      <TextField
        label="Days between deliveries of new stock"
        helpText="How far ahead decisions look."
        type="number"
        min={1}
        max={180}
        autoComplete="off"
        value={draft.replenishDays}
        onChange={(replenishDays) => onChange({ replenishDays })}
        error={errors.replenishDays ?? ""}
      />
    </Section>
  );
}

function CoolOffSection({ view, draft, errors, onChange }: SectionsProps) {
  return (
    <Section
      title="Decide orders together"
      help="An order waits a little so that orders which want the same last units are decided together, in the sequence that costs least for all of them. Nobody gets less for it than first come, first served would give. Pickup, local delivery, express orders and orders that could miss a cutoff never wait."
      state={describeWaiting(view)}
    >
      <TextField
        label="Minutes an order waits"
        helpText="0 decides every order at once. Worth it for shops with many orders an hour; the gain is small otherwise."
        type="number"
        min={0}
        max={240}
        suffix="minutes"
        autoComplete="off"
        value={draft.coolOffMinutes}
        onChange={(coolOffMinutes) => onChange({ coolOffMinutes })}
        error={errors.coolOffMinutes ?? ""}
      />
    </Section>
  );
}

function ReconsiderSection({ view, draft, errors, onChange }: SectionsProps) {
  return (
    <Section
      title="Think again until a store accepts"
      help="Stock arrives, stores reopen, other orders are cancelled: a better plan may appear after an order was decided. As long as no store has accepted it, Backroom may move it, and says in the order's timeline what that saves."
      state={describeChanges(view)}
    >
      <Checkbox
        label="Change plans that no store has accepted"
        helpText="The store that was asked first loses the task from its list."
        checked={draft.reconsiderUnaccepted}
        onChange={(reconsiderUnaccepted) => onChange({ reconsiderUnaccepted })}
      />
      <TextField
        label="A change must save at least"
        autoComplete="off"
        inputMode="decimal"
        suffix={view.format.currency}
        value={draft.leastSaving}
        onChange={(leastSaving) => onChange({ leastSaving })}
        error={errors.leastSaving ?? ""}
      />
      <TextField
        label="Changes of one order at most"
        type="number"
        min={1}
        max={10}
        autoComplete="off"
        value={draft.mostPlanChanges}
        onChange={(mostPlanChanges) => onChange({ mostPlanChanges })}
        error={errors.mostPlanChanges ?? ""}
      />
    </Section>
  );
}

interface SectionProps {
  readonly title: string;
  readonly help: string;
  /** What it did so far. */
  readonly state: string;
  readonly children: ReactNode;
}

function Section({ title, help, state, children }: SectionProps) {
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
        <BlockStack gap="400">
          {children}
          <Text as="p" tone="subdued">
            {state}
          </Text>
        </BlockStack>
      </Card>
    </Layout.AnnotatedSection>
  );
}

/** On a phone cards reach the edges of the screen, but text must not. */
function Inset({ children }: { readonly children: ReactNode }) {
  return <Box paddingInline={{ xs: "400", sm: "0" }}>{children}</Box>;
}
