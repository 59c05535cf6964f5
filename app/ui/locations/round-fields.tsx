import { BlockStack, Button, FormLayout, InlineStack, Text, TextField } from "@shopify/polaris";
import type { RoundDraft } from "./settings-draft.ts";

interface RoundFieldsProps {
  readonly rounds: readonly RoundDraft[];
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (rounds: readonly RoundDraft[]) => void;
}

const midday: RoundDraft = { name: "Midday", startsAt: "12:00", leavesAt: "13:30" };
const endOfDay: RoundDraft = { name: "End of day", startsAt: "16:00", leavesAt: "17:30" };

/** Packing rounds: an order waits for the next round to start, and leaves when that is collected. */
export function RoundFields({ rounds, errors, onChange }: RoundFieldsProps) {
  const change = (at: number, changed: Partial<RoundDraft>) =>
    onChange(rounds.map((round, index) => (index === at ? { ...round, ...changed } : round)));
  const add = () => onChange([...rounds, rounds.length === 0 ? midday : endOfDay]);
  return (
    <BlockStack gap="300">
      <BlockStack gap="100">
        <Text as="h3" variant="headingSm">
          Packing rounds
        </Text>
        <Text as="p" tone="subdued">
          {rounds.length === 0
            ? "None: it packs all day."
            : "Orders are packed in rounds. What comes after a round has started waits for the next."}
        </Text>
      </BlockStack>
      {rounds.map((round, at) => (
        <Round
          key={at}
          round={round}
          errorOf={(name) => errors[`packingRounds.${at}.${name}`] ?? ""}
          onChange={(changed) => change(at, changed)}
          onRemove={() => onChange(rounds.filter((_, index) => index !== at))}
        />
      ))}
      <InlineStack>
        <Button onClick={add}>Add a round</Button>
      </InlineStack>
    </BlockStack>
  );
}

interface RoundProps {
  readonly round: RoundDraft;
  readonly errorOf: (name: keyof RoundDraft) => string;
  readonly onChange: (changed: Partial<RoundDraft>) => void;
  readonly onRemove: () => void;
}

function Round({ round, errorOf, onChange, onRemove }: RoundProps) {
  const field = (name: keyof RoundDraft) => ({
    value: round[name],
    error: errorOf(name),
    autoComplete: "off",
    onChange: (value: string) => onChange({ [name]: value }),
  });
  return (
    <BlockStack gap="200">
      <FormLayout>
        <TextField label="Round" {...field("name")} />
        <FormLayout.Group condensed>
          <TextField label="Packing starts" type="time" {...field("startsAt")} />
          <TextField label="Collected" type="time" {...field("leavesAt")} />
        </FormLayout.Group>
      </FormLayout>
      <InlineStack>
        <Button
          variant="plain"
          onClick={onRemove}
          accessibilityLabel={`Remove round ${round.name}`}
        >
          Remove round
        </Button>
      </InlineStack>
    </BlockStack>
  );
}
