import { Badge, BlockStack, Button, Card, Checkbox, Text } from "@shopify/polaris";
import type { Ruleset } from "#app/routing/ruleset.ts";
import { describeGuardrail } from "#app/rules/words/describe-guardrail.ts";
import { ConditionEditor } from "./condition-editor.tsx";
import { useEditorAids } from "./editor-context.ts";
import { EffectsEditor } from "./effects-editor.tsx";
import { problemAt } from "./find-rule-problems.ts";
import { RuleCard } from "./rule-card.tsx";
import type { GuardrailText } from "./rules-text.ts";
import type { OpenRules } from "./use-open-rules.ts";
import { useReorder } from "./use-reorder.ts";

interface GuardrailsSectionProps {
  readonly guardrails: readonly GuardrailText[];
  /** The same guardrails as rules, for their sentences. */
  readonly rules: Ruleset["guardrails"];
  readonly open: OpenRules;
  readonly onChange: (guardrails: readonly GuardrailText[]) => void;
}

/** The hard limits: for whom each holds, what it demands, whether it is switched on. */
export function GuardrailsSection({ guardrails, rules, open, onChange }: GuardrailsSectionProps) {
  const { newKey, problems, words } = useEditorAids();
  const move = useReorder({
    ...{ items: guardrails, onChange },
    keyOf: (rule) => rule.key,
    nameOf: (rule) => rule.name,
  });
  const put = (rule: GuardrailText) =>
    onChange(guardrails.map((known) => (known.key === rule.key ? rule : known)));
  const add = () => {
    const key = newKey();
    onChange([...guardrails, startGuardrail(key)]);
    open.set(key, true);
  };
  const sentenceAt = (at: number) => {
    const rule = rules[at];
    return !rule || problemAt(problems, `guardrails[${at}]`) ? "" : describeGuardrail(rule, words);
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Guardrails
        </Text>
        <Text as="p" tone="subdued">
          Limits that hold for every order they name, whatever it costs.
        </Text>
        <ol className="rule-list">
          {guardrails.map((rule, at) => (
            <RuleCard
              key={rule.key}
              {...{ noun: "guardrail", id: rule.key, name: rule.name, position: at }}
              {...{ count: guardrails.length, path: `guardrails[${at}]`, onMove: move }}
              sentence={sentenceAt(at)}
              isOpen={open.has(rule.key)}
              mark={rule.isOn ? null : <Badge>Off</Badge>}
              onOpen={(isOpen) => open.set(rule.key, isOpen)}
              onRename={(name) => put({ ...rule, name })}
              onRemove={() => onChange(guardrails.filter(({ key }) => key !== rule.key))}
            >
              <GuardrailFields rule={rule} path={`guardrails[${at}]`} onChange={put} />
            </RuleCard>
          ))}
        </ol>
        <Button onClick={add}>Add a guardrail</Button>
      </BlockStack>
    </Card>
  );
}

interface GuardrailFieldsProps {
  readonly rule: GuardrailText;
  readonly path: string;
  readonly onChange: (rule: GuardrailText) => void;
}

function GuardrailFields({ rule, path, onChange }: GuardrailFieldsProps) {
  return (
    <>
      <Checkbox
        label="Switched on"
        checked={rule.isOn}
        onChange={(isOn) => onChange({ ...rule, isOn })}
      />
      <ConditionEditor
        condition={rule.when}
        path={`${path}.when`}
        onChange={(when) => onChange({ ...rule, when })}
      />
      <Text as="h4" variant="headingSm">
        Then
      </Text>
      <EffectsEditor guardrail={rule} path={path} onChange={onChange} />
    </>
  );
}

function startGuardrail(key: string): GuardrailText {
  return {
    ...{ key, name: "", isOn: true },
    when: { match: "all", rows: [] },
    effects: [],
    at: [],
  };
}
