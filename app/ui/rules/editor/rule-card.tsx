import { BlockStack, Box, Button, Icon, InlineStack, Text, TextField } from "@shopify/polaris";
import type { ReactNode } from "react";
import { capitalise } from "../../capitalise.ts";
import { useEditorAids } from "./editor-context.ts";
import { FindingsList } from "./findings-list.tsx";
import { problemAt } from "./find-rule-problems.ts";
import { DeleteIcon, DragHandleIcon } from "./icons.tsx";
import { ReorderButtons } from "./reorder-buttons.tsx";
import { useDraggableRow } from "./use-draggable-row.ts";

interface RuleCardProps {
  /** "guardrail", "lane". */
  readonly noun: string;
  readonly id: string;
  readonly name: string;
  /** What it says, in one sentence; "" while it is half typed. */
  readonly sentence: string;
  readonly position: number;
  readonly count: number;
  /** Where the rule stands in the ruleset: "lanes[0]". */
  readonly path: string;
  readonly isOpen: boolean;
  /** Beside the name: a badge. */
  readonly mark?: ReactNode;
  readonly children: ReactNode;
  readonly onOpen: (isOpen: boolean) => void;
  readonly onRename: (name: string) => void;
  readonly onMove: (from: number, to: number) => void;
  readonly onRemove: () => void;
}

/** One rule of the editor: its sentence, and its fields when it is opened. */
export function RuleCard(props: RuleCardProps) {
  const { noun, id, name, position, count, path, isOpen, onOpen, onMove } = props;
  const { problems, findings } = useEditorAids();
  const { row, handle } = useDraggableRow({ list: noun, position, onMove });
  const own = findings.filter((one) => one.path === path || one.path.startsWith(`${path}.`));
  const problem = problemAt(problems, path);
  const shown = name || `${capitalise(noun)} without a name`;
  return (
    <li ref={row} className="rule-card">
      <BlockStack gap="200">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <InlineStack gap="100" blockAlign="center" wrap={false}>
            <span ref={handle} className="rule-handle" aria-hidden>
              <Icon source={DragHandleIcon} tone="subdued" />
            </span>
            <Text as="h3" variant="headingSm">
              {position + 1}. {capitalise(shown)} {props.mark}
            </Text>
          </InlineStack>
          <InlineStack gap="200" wrap={false}>
            <ReorderButtons
              {...{ id, position, count, what: shown }}
              onMove={(to) => onMove(position, to)}
            />
            <Button
              onClick={() => onOpen(!isOpen)}
              ariaExpanded={isOpen}
              accessibilityLabel={`${isOpen ? "Close" : "Edit"} ${shown}`}
            >
              {isOpen ? "Close" : "Edit"}
            </Button>
            <Button
              icon={DeleteIcon}
              variant="tertiary"
              accessibilityLabel={`Remove ${shown}`}
              onClick={props.onRemove}
            />
          </InlineStack>
        </InlineStack>
        <Text as="p" {...(problem ? { tone: "critical" } : {})}>
          {problem ? `Not complete: ${problem}` : props.sentence}
        </Text>
        {own.length > 0 && !problem ? <FindingsList findings={own} /> : null}
        {isOpen ? (
          <Box background="bg-surface-secondary" padding="400" borderRadius="200">
            <BlockStack gap="400">
              <TextField
                label="Name"
                value={name}
                onChange={props.onRename}
                error={problemAt(problems, `${path}.id`)}
                autoComplete="off"
                maxLength={60}
              />
              {props.children}
            </BlockStack>
          </Box>
        ) : null}
      </BlockStack>
    </li>
  );
}
