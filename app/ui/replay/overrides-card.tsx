import { Link } from "@remix-run/react";
import { BlockStack, Card, Text } from "@shopify/polaris";
import { formatMoney } from "#app/format-money.ts";
import type {
  OverrideOutcome,
  OverridesView,
  OverrideTotals,
  OverrideView,
} from "#app/insights/overrides/override-view.ts";
import { EmptyNote } from "../empty-note.tsx";
import { formatInstant } from "../format-instant.ts";
import { StackingTable } from "../stacking-table.tsx";
import { WrappedText } from "../wrapped-text.tsx";

const outcomes: Readonly<Record<OverrideOutcome, string>> = {
  shipped: "Shipped in time",
  shipped_late: "Shipped late",
  rejected: "Rejected by the store",
  replaced: "Routed again since",
  under_way: "Under way",
};

/** Every override beside the engine's plan of that moment, with the totals above. */
export function OverridesCard({ view }: { readonly view: OverridesView }) {
  const { totals, overrides, format } = view;
  if (totals.overrides === 0) {
    return (
      <Card>
        <EmptyNote heading="Nobody overruled the engine yet">
          When somebody uses “Send to…” on an order, it is compared here with what would have
          happened otherwise.
        </EmptyNote>
      </Card>
    );
  }
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          What overrides cost
        </Text>
        <Text as="p">{describeTotals(totals, format.currency)}</Text>
        <StackingTable
          headings={["Order", "When and why", "Chosen", "The engine's", "Cost", "Days", "Outcome"]}
          figures={["Cost", "Days"]}
          rows={overrides.map((one) => ({ key: one.decisionId, cells: toCells(one, view) }))}
        />
      </BlockStack>
    </Card>
  );
}

function toCells(one: OverrideView, { format }: OverridesView) {
  const { costDifference, daysDifference } = one;
  return [
    <Link key="order" to={`/app/orders/${one.orderId}`}>
      {one.orderName}
    </Link>,
    <WrappedText key="why">
      {formatInstant(one.at, format.timeZone)}, {one.actor}: {one.reason}
    </WrappedText>,
    <WrappedText key="chosen">{one.chosen}</WrappedText>,
    <WrappedText key="engines">{one.engines}</WrappedText>,
    costDifference === null ? "–" : signedMoney(costDifference, format.currency),
    daysDifference === null ? "–" : signed(daysDifference),
    outcomes[one.outcome],
  ];
}

function describeTotals(totals: OverrideTotals, currency: string): string {
  const { overrides, compared, costDifference, daysDifference, same, rejected, late } = totals;
  const cost = Number(costDifference);
  const word = cost < 0 ? "less" : "more";
  const money = formatMoney(Math.abs(cost).toFixed(4), currency);
  return (
    `${overrides} ${overrides === 1 ? "override" : "overrides"}, ${same} of them just what the engine ` +
    `would have done. On the ${compared} that both plans ship in full they cost ${money} ${word} and ` +
    `took ${signed(daysDifference)} days in all. Stores rejected ${rejected}; ${late} went out late.`
  );
}

function signed(number: number): string {
  return `${number > 0 ? "+" : ""}${number}`;
}

function signedMoney(amount: string, currency: string): string {
  return `${Number(amount) > 0 ? "+" : ""}${formatMoney(amount, currency)}`;
}
