import { BlockStack, Button, Card, Text } from "@shopify/polaris";
import type { Priority, Ruleset } from "#app/routing/ruleset.ts";
import { describeLane } from "#app/rules/words/describe-lane.ts";
import { ConditionEditor } from "./condition-editor.tsx";
import { useEditorAids } from "./editor-context.ts";
import { problemAt } from "./find-rule-problems.ts";
import { priorityChoices } from "./order-choices.ts";
import { OrderedPicks } from "./ordered-picks.tsx";
import { RuleCard } from "./rule-card.tsx";
import type { LaneText } from "./rules-text.ts";
import type { OpenRules } from "./use-open-rules.ts";
import { useReorder } from "./use-reorder.ts";

interface LanesSectionProps {
  readonly lanes: readonly LaneText[];
  /** The same lanes as rules, for their sentences. */
  readonly rules: Ruleset["lanes"];
  readonly open: OpenRules;
  readonly onChange: (lanes: readonly LaneText[]) => void;
}

/** The kinds of orders, first match wins, each with its priorities in order. */
export function LanesSection({ lanes, rules, open, onChange }: LanesSectionProps) {
  const { newKey, problems, words } = useEditorAids();
  const move = useReorder({
    ...{ items: lanes, onChange },
    keyOf: (lane) => lane.key,
    nameOf: (lane) => lane.name,
  });
  const put = (lane: LaneText) =>
    onChange(lanes.map((known) => (known.key === lane.key ? lane : known)));
  const add = () => {
    const key = newKey();
    onChange([startLane(key), ...lanes]);
    open.set(key, true);
  };
  const sentenceAt = (at: number) => {
    const rule = rules[at];
    if (!rule || problemAt(problems, `lanes[${at}]`)) return "";
    return describeLane(rule, at === 0, words);
  };
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Lanes
        </Text>
        <Text as="p" tone="subdued">
          The first lane that fits an order decides it. Its priorities are asked in order: the first
          that tells two plans apart wins.
        </Text>
        <ol className="rule-list">
          {lanes.map((lane, at) => (
            <RuleCard
              key={lane.key}
              {...{ noun: "lane", id: lane.key, name: lane.name, position: at }}
              {...{ count: lanes.length, path: `lanes[${at}]`, onMove: move }}
              sentence={sentenceAt(at)}
              isOpen={open.has(lane.key)}
              onOpen={(isOpen) => open.set(lane.key, isOpen)}
              onRename={(name) => put({ ...lane, name })}
              onRemove={() => onChange(lanes.filter(({ key }) => key !== lane.key))}
            >
              <LaneFields lane={lane} path={`lanes[${at}]`} onChange={put} />
            </RuleCard>
          ))}
        </ol>
        <Button onClick={add}>Add a lane</Button>
      </BlockStack>
    </Card>
  );
}

interface LaneFieldsProps {
  readonly lane: LaneText;
  readonly path: string;
  readonly onChange: (lane: LaneText) => void;
}

function LaneFields({ lane, path, onChange }: LaneFieldsProps) {
  const { problems } = useEditorAids();
  return (
    <>
      <ConditionEditor
        condition={lane.when}
        path={`${path}.when`}
        onChange={(when) => onChange({ ...lane, when })}
      />
      <Text as="h4" variant="headingSm">
        Then choose by
      </Text>
      <OrderedPicks
        id={`${lane.key}-priorities`}
        values={lane.priorities}
        choices={priorityChoices}
        addLabel="Add a priority"
        error={problemAt(problems, `${path}.priorities`)}
        onChange={(values) => onChange({ ...lane, priorities: values as readonly Priority[] })}
      />
    </>
  );
}

/** A new lane comes first: behind one that fits every order it would never be asked. */
function startLane(key: string): LaneText {
  return { key, name: "", when: { match: "all", rows: [] }, priorities: ["lowest_cost"] };
}
