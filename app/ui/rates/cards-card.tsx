import { useFetcher } from "@remix-run/react";
import { Badge, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { RateCardRow, RatesView } from "#app/rates/show-rates.server.ts";
import type { ActionAnswer } from "../action-answer.ts";
import { formatInstant } from "../format-instant.ts";
import { StackingTable } from "../stacking-table.tsx";
import { useAnswerToast } from "../use-answer-toast.ts";
import { DownloadCard } from "./download-card.tsx";

/** Every version: what comes, what holds, what held. */
export function CardsCard({ view }: { readonly view: RatesView }) {
  const { timeZone } = view.format;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Versions
        </Text>
        <StackingTable
          headings={["Version", "State", "Applies from", "Published by", "Actions"]}
          rows={view.cards.map((card) => ({
            key: String(card.version),
            cells: [
              `${card.version}. ${card.name || card.services.join(", ")}`,
              <StateBadge key="state" state={card.state} />,
              formatInstant(card.appliesFrom, timeZone),
              `${card.publishedBy}, ${formatInstant(card.publishedAt, timeZone)}`,
              <InlineStack key="actions" gap="200">
                <DownloadCard version={card.version} label="Download" />
                {card.state === "coming" && view.mayChange ? <Withdraw card={card} /> : null}
              </InlineStack>,
            ],
          }))}
        />
      </BlockStack>
    </Card>
  );
}

function StateBadge({ state }: Pick<RateCardRow, "state">) {
  switch (state) {
    case "in_force":
      return <Badge tone="success">In force</Badge>;
    case "coming":
      return <Badge tone="info">Coming</Badge>;
    case "past":
      return <Badge>Past</Badge>;
    case "withdrawn":
      return <Badge>Taken back</Badge>;
  }
}

function Withdraw({ card }: { readonly card: RateCardRow }) {
  const fetcher = useFetcher<ActionAnswer>({ key: `withdraw-${card.version}` });
  useAnswerToast(fetcher.data);
  const action = `/app/rates/${card.version}/withdraw`;
  return (
    <Button
      tone="critical"
      loading={fetcher.state !== "idle"}
      onClick={() => void fetcher.submit({}, { method: "post", action })}
      accessibilityLabel={`Take back version ${card.version}`}
    >
      Take back
    </Button>
  );
}
