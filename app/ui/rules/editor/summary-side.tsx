import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { Ruleset } from "#app/routing/ruleset.ts";
import { rulesInForce } from "#app/rules/rules-in-force.ts";
import { summariseRuleset } from "#app/rules/summary/summarise-ruleset.ts";
import { useEditorAids } from "./editor-context.ts";
import { FindingsList } from "./findings-list.tsx";

interface SummarySideProps {
  /** Null while something is half typed. */
  readonly rules: { readonly ruleset: Ruleset; readonly disabled: readonly string[] } | null;
}

/**
 * Beside the editor, always current: the whole set in a minute's speech, and what the check found. Hints
 * stand at their rules; here they are only counted.
 */
export function SummarySide({ rules }: SummarySideProps) {
  const { words } = useEditorAids();
  return (
    <div className="rule-side">
      <BlockStack gap="400">
        <CheckCard isComplete={rules !== null} />
        {rules ? <SpokenSummary summary={summariseRuleset(rulesInForce(rules), words)} /> : null}
      </BlockStack>
    </div>
  );
}

function CheckCard({ isComplete }: { readonly isComplete: boolean }) {
  const { findings, problems } = useEditorAids();
  const grave = findings.filter(({ severity, path }) => severity !== "hint" || path === "");
  const hints = findings.length - grave.length;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          What to look at
        </Text>
        {isComplete ? null : (
          <Text as="p" tone="critical">
            {problems.size === 1 ? "One rule is" : `${problems.size} rules are`} not complete yet.
          </Text>
        )}
        {isComplete && findings.length === 0 ? (
          <Text as="p">Nothing: these rules do not get in each other&apos;s way.</Text>
        ) : null}
        {grave.length > 0 ? <FindingsList findings={grave} /> : null}
        {hints > 0 ? (
          <Text as="p" tone="subdued">
            {hints === 1 ? "One hint stands" : `${hints} hints stand`} at the rules.
          </Text>
        ) : null}
      </BlockStack>
    </Card>
  );
}

function SpokenSummary({ summary }: { readonly summary: ReturnType<typeof summariseRuleset> }) {
  const { paragraphs, spokenSeconds } = summary;
  const isLong = spokenSeconds > 60;
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack align="space-between" gap="200">
          <Text as="h2" variant="headingMd">
            In one minute
          </Text>
          <Badge tone={isLong ? "warning" : "success"}>{`${spokenSeconds} s to say`}</Badge>
        </InlineStack>
        {paragraphs.map((sentences) => (
          <Text as="p" key={sentences[0] ?? ""}>
            {sentences.join(" ")}
          </Text>
        ))}
      </BlockStack>
    </Card>
  );
}
