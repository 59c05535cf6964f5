import { BlockStack, Card, Text } from "@shopify/polaris";
import type { FallbackStep } from "#app/routing/ruleset.ts";
import { useEditorAids } from "./editor-context.ts";
import { FindingsList } from "./findings-list.tsx";
import { problemAt } from "./find-rule-problems.ts";
import { stepChoices } from "./order-choices.ts";
import { OrderedPicks } from "./ordered-picks.tsx";

interface StepsSectionProps {
  readonly steps: readonly FallbackStep[];
  readonly onChange: (steps: readonly FallbackStep[]) => void;
}

/** What is tried when no plan keeps every guardrail, in order, each on top of those before. */
export function StepsSection({ steps, onChange }: StepsSectionProps) {
  const { problems, findings } = useEditorAids();
  const own = findings.filter((one) => one.path.startsWith("whenNothingFits"));
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          When nothing fits
        </Text>
        <Text as="p" tone="subdued">
          Tried in this order, each on top of those before, until the order can ship.
        </Text>
        <OrderedPicks
          id="steps"
          values={steps}
          choices={stepChoices}
          addLabel="Add a step"
          error={problemAt(problems, "whenNothingFits")}
          onChange={(values) => onChange(values as readonly FallbackStep[])}
        />
        {own.length > 0 ? <FindingsList findings={own} /> : null}
      </BlockStack>
    </Card>
  );
}
