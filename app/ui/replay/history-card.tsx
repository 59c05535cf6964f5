import { useFetcher } from "@remix-run/react";
import { Banner, BlockStack, Button, Card, InlineStack, Text } from "@shopify/polaris";
import type { HistoryState } from "#app/insights/history/read-history-state.server.ts";
import type { ShopFormat } from "#app/shops/read-shop-format.server.ts";
import type { ActionAnswer } from "../action-answer.ts";
import { formatInstant } from "../format-instant.ts";
import { useAnswerToast } from "../use-answer-toast.ts";
import { UploadOrders } from "./upload-orders.tsx";

interface HistoryCardProps {
  readonly history: HistoryState;
  readonly format: ShopFormat;
  readonly mayChange: boolean;
}

/** Which past orders there are, how fresh they are, and the two ways to get more. */
export function HistoryCard({ history, format, mayChange }: HistoryCardProps) {
  const fetcher = useFetcher<ActionAnswer>();
  useAnswerToast(fetcher.data);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Past orders
        </Text>
        {history.failure ? <Banner tone="warning" title={history.failure} /> : null}
        <Text as="p">{describeHistory(history, format)}</Text>
        <Text as="p" tone="subdued">
          Shopify shows an app the orders of the last 60 days. They are read after the first import
          and every night.
        </Text>
        {mayChange ? (
          <InlineStack>
            <fetcher.Form method="post" action="/app/rules/replay/refresh">
              <Button submit loading={fetcher.state !== "idle" || history.isReading}>
                Read again now
              </Button>
            </fetcher.Form>
          </InlineStack>
        ) : null}
        {mayChange ? <UploadOrders /> : null}
      </BlockStack>
    </Card>
  );
}

function describeHistory(history: HistoryState, { timeZone }: ShopFormat): string {
  const { orders, firstPlacedAt, lastPlacedAt, readAt, fromFiles, isReading } = history;
  if (isReading && orders === 0) return "Your past orders are being read from Shopify.";
  if (orders === 0 || !firstPlacedAt || !lastPlacedAt) return "No past orders are known yet.";
  const day = (at: string) => formatInstant(at, timeZone);
  const files = fromFiles > 0 ? `, ${fromFiles.toLocaleString("en-US")} of them from files` : "";
  const read = readAt ? ` Last read from Shopify ${day(readAt)}.` : "";
  return `${orders.toLocaleString("en-US")} orders${files}, placed ${day(firstPlacedAt)} to ${day(lastPlacedAt)}.${read}`;
}
