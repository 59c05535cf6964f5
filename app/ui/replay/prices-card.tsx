import { BlockStack, Card, Text } from "@shopify/polaris";
import { formatMoney } from "#app/format-money.ts";
import type { PricedRule, PricesView } from "#app/insights/price/show-prices.server.ts";
import { EmptyNote } from "../empty-note.tsx";
import { formatInstant } from "../format-instant.ts";
import { StackingTable } from "../stacking-table.tsx";
import { WrappedText } from "../wrapped-text.tsx";

const headings = [
  ...["Rule", "Price", "Per order", "Parcels", "Days", "Compared on", "Orders it changes"],
  "Exceptions",
];

/** Fewer orders than this tell little about a rule. */
const TELLING = 30;

/** The rules, the dearest first, each with what it costs and on how many orders that was seen. */
export function PricesCard({ prices, format }: Pick<PricesView, "prices" | "format">) {
  if (!prices) {
    return (
      <Card>
        <EmptyNote heading="Not worked out yet">
          Rules are decisions too: some cost money every day. Find out which.
        </EmptyNote>
      </Card>
    );
  }
  const when = formatInstant(prices.run.createdAt, format.timeZone);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          The dearest first
        </Text>
        <Text as="p" tone="subdued">
          {prices.run.name}, on {prices.orders.toLocaleString("en-US")} orders, worked out {when}.
          Price, parcels and days are of the orders that ship in full with and without the rule; a
          minus means the rule saves.
        </Text>
        <StackingTable
          headings={headings}
          figures={headings.slice(1)}
          rows={prices.rules.map((rule) => ({
            key: `${rule.kind} ${rule.variant}`,
            cells: [
              <WrappedText key="rule">{rule.sentence}</WrappedText>,
              ...describePrice(rule, prices.orders, format.currency),
            ],
          }))}
        />
      </BlockStack>
    </Card>
  );
}

function describePrice(rule: PricedRule, orders: number, currency: string): string[] {
  const { cost, shared, parcels, days, affected, exceptions } = rule;
  const each = shared === 0 ? "–" : formatMoney((Number(cost) / shared).toFixed(4), currency);
  const few = affected > 0 && affected < TELLING ? " (few)" : "";
  return [
    formatMoney(cost, currency),
    each,
    signed(parcels),
    shared === 0 ? "–" : `${signed(days)} in all`,
    shared.toLocaleString("en-US"),
    `${affected.toLocaleString("en-US")} of ${orders.toLocaleString("en-US")}${few}`,
    signed(exceptions),
  ];
}

function signed(number: number): string {
  return `${number > 0 ? "+" : ""}${number.toLocaleString("en-US")}`;
}
