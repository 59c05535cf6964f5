import { BlockStack, Select, Text } from "@shopify/polaris";
import { countFitting } from "#app/rules/lint/lint-facts.ts";
import { useEditorAids } from "./editor-context.ts";
import { FieldRows } from "./field-rows.tsx";
import { finishWhen } from "./finish-rules-text.ts";
import { conditionSubjects } from "./rule-fields.ts";
import type { ConditionText } from "./rules-text.ts";

interface ConditionEditorProps {
  readonly condition: ConditionText;
  /** Where it stands in the ruleset: "lanes[0].when". */
  readonly path: string;
  readonly onChange: (condition: ConditionText) => void;
}

const matches = [
  { value: "all", label: "all of these hold" },
  { value: "any", label: "any of these holds" },
] as const;

/** Which orders a rule is about, one level of all or any, with how many it fitted lately. */
export function ConditionEditor({ condition, path, onChange }: ConditionEditorProps) {
  const { match, rows } = condition;
  const joint = match === "all" ? "and" : "or";
  return (
    <BlockStack gap="300">
      {rows.length === 0 ? <Text as="p">It is about every order.</Text> : null}
      {rows.length > 1 ? (
        <Select
          label="It is about an order when"
          labelInline
          options={[...matches]}
          value={match}
          onChange={(value: ConditionText["match"]) => onChange({ ...condition, match: value })}
        />
      ) : null}
      <FieldRows
        rows={rows}
        subjects={conditionSubjects}
        lead={(at) => (at === 0 ? "If" : joint)}
        addLabel={rows.length === 0 ? "Narrow the orders down" : "Add a condition"}
        path={path}
        onChange={(changed) => onChange({ ...condition, rows: changed })}
      />
      <FittingOrders condition={condition} />
    </BlockStack>
  );
}

/** "Fitted 12 of the last 100 orders"; nothing while it is not known. */
export function FittingOrders({ condition }: { readonly condition: ConditionText }) {
  const { facts } = useEditorAids();
  const count = countFitting(facts, finishWhen(condition).when);
  if (!count || count.of === 0) return null;
  return (
    <Text as="p" tone="subdued">
      Matched {count.fit} of the last {count.of} orders
    </Text>
  );
}
