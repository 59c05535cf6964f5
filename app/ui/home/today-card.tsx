import { BlockStack, Card, InlineGrid, Text } from "@shopify/polaris";
import { formatMoney } from "#app/format-money.ts";
import type { HomeView, TodayNumbers } from "#app/insights/home/home-view.ts";

interface Figure {
  readonly label: string;
  readonly value: string;
  /** What is counted, out of what. */
  readonly definition: string;
}

/** Today's numbers, each with what exactly it counts; a share of few cases says that it is. */
export function TodayCard({ home }: { readonly home: HomeView }) {
  const { today, format } = home;
  return (
    <Card>
      <BlockStack gap="400">
        <BlockStack gap="100">
          <Text as="h2" variant="headingMd">
            Today
          </Text>
          <Text as="p" tone="subdued">
            Orders first decided since midnight, as their plans stand now.
          </Text>
        </BlockStack>
        <InlineGrid columns={{ xs: 1, sm: 2, md: 3 }} gap="400">
          {listFigures(today, format.currency).map(({ label, value, definition }) => (
            <BlockStack key={label} gap="100">
              <Text as="h3" variant="headingSm">
                {label}
              </Text>
              <Text as="p" variant="headingLg">
                {value}
              </Text>
              <Text as="p" tone="subdued" variant="bodySm">
                {definition}
              </Text>
            </BlockStack>
          ))}
        </InlineGrid>
      </BlockStack>
    </Card>
  );
}

function listFigures(today: TodayNumbers, currency: string): Figure[] {
  const { routed, decided, whole, split, untouched, answeredTasks, rejectedTasks } = today;
  return [
    {
      label: "Orders routed",
      value: routed.toLocaleString("en-US"),
      definition: `Have a plan that ships all or part, of ${decided.toLocaleString("en-US")} decided.`,
    },
    {
      label: "In one parcel",
      value: describeShare(whole, routed),
      definition: `${whole} in one parcel, ${split} split over several.${few(routed, "order")}`,
    },
    {
      label: "Time to decide",
      value: describeSeconds(today.medianSeconds),
      definition:
        "Half of the orders waited no longer, from being taken in to their first decision.",
    },
    {
      label: "Cost per order",
      value: today.costPerOrder === null ? "–" : formatMoney(today.costPerOrder, currency),
      definition: `Parcels, handling and split penalty of the plans, over ${routed} routed.`,
    },
    {
      label: "Rejected by stores",
      value: describeShare(rejectedTasks, answeredTasks),
      definition: `Pick tasks rejected in whole or part: ${rejectedTasks} of ${answeredTasks} answered.${few(answeredTasks, "task")}`,
    },
    {
      label: "Touched by nobody",
      value: describeShare(untouched, decided),
      definition: `No override, no exception: ${untouched} of ${decided}.${few(decided, "order")}`,
    },
  ];
}

function describeShare(part: number, whole: number): string {
  return whole === 0 ? "–" : `${Math.round((100 * part) / whole)} %`;
}

// Below this a single case moves the share by more than three points.
const enough = 30;

function few(cases: number, noun: string): string {
  if (cases === 0 || cases >= enough) return "";
  return ` Only ${cases} ${noun}${cases === 1 ? "" : "s"} so far: too few to judge by.`;
}

function describeSeconds(seconds: number | null): string {
  if (seconds === null) return "–";
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  return seconds < 120 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;
}
