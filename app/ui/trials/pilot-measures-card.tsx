import { Badge, BlockStack, Card, Text } from "@shopify/polaris";
import type { ArmValue, MeasureReport, Verdict } from "#app/insights/pilot/judge-pilot.ts";
import { measures } from "#app/insights/pilot/pilot-measures.ts";
import type { PilotReport } from "#app/insights/pilot/pilot-view.ts";
import { StackingTable } from "../stacking-table.tsx";
import { describeAmount, describeDifference } from "./describe-difference.ts";

const verdicts: Readonly<
  Record<Verdict, { readonly text: string; readonly tone?: "success" | "critical" }>
> = {
  better: { text: "Better", tone: "success" },
  worse: { text: "Worse", tone: "critical" },
  unclear: { text: "No difference shown" },
  too_few: { text: "Too few orders" },
};

/** Each measure of the pilot against its control group, the one that shall improve first. */
export function PilotMeasuresCard({ report }: { readonly report: PilotReport }) {
  const { currency } = report.format;
  const isAim = ({ name }: MeasureReport) => (name === report.measure ? 0 : 1);
  const ordered = [...report.measures].sort((a, b) => isAim(a) - isAim(b));
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Pilot against control group
        </Text>
        <StackingTable
          headings={["Measure", "Control", "Pilot", "Difference (95 % range)", "Verdict"]}
          rows={ordered.map((one) => ({
            key: one.name,
            cells: [
              one.name === report.measure
                ? `${measures[one.name].label} (shall improve)`
                : measures[one.name].label,
              describeArm(one, one.control, currency),
              describeArm(one, one.treatment, currency),
              one.difference
                ? describeDifference(one.difference, measures[one.name].unit, currency)
                : "–",
              <VerdictBadge key="verdict" report={one} />,
            ],
          }))}
        />
        <BlockStack gap="100">
          {ordered.map(({ name }) => (
            <Text as="p" tone="subdued" key={name}>
              {measures[name].label}: {measures[name].definition}
            </Text>
          ))}
        </BlockStack>
      </BlockStack>
    </Card>
  );
}

function describeArm(
  { name }: MeasureReport,
  { value, count }: ArmValue,
  currency: string,
): string {
  return `${describeAmount(value, measures[name].unit, currency)} (${count} orders)`;
}

function VerdictBadge({ report }: { readonly report: MeasureReport }) {
  const { text, tone } = verdicts[report.verdict];
  return (
    <BlockStack gap="100" inlineAlign="start">
      <Badge {...(tone ? { tone } : {})}>{text}</Badge>
      {report.isSmall && report.verdict !== "too_few" ? (
        <Badge tone="attention">Small sample</Badge>
      ) : null}
    </BlockStack>
  );
}
