import { Banner, BlockStack, Link, Text } from "@shopify/polaris";
import type { OrderView } from "#app/orders/order-view.ts";
import { queueLabel } from "../queue-label.ts";

/** What a person must know before reading on: a decision under way, or one waiting for them. */
export function OrderBanners({ order }: { readonly order: OrderView }) {
  const { deciding, exceptions, shown, orderId } = order;
  return (
    <BlockStack gap="300">
      {deciding ? (
        <Banner tone="info" title="A new decision is being made">
          <Text as="p">Because: {deciding}. This page follows by itself.</Text>
        </Banner>
      ) : null}
      {exceptions.map(({ exceptionId, queue, summary }) => (
        <Banner
          key={exceptionId}
          tone="warning"
          title={queueLabel(queue)}
          action={{ content: "Open the exception", url: `/app/exceptions/${exceptionId}` }}
        >
          <Text as="p">{summary}</Text>
        </Banner>
      ))}
      {shown && !shown.isCurrent ? (
        <Banner tone="info" title={`You are looking at decision ${shown.sequence}`}>
          <Text as="p">
            It is not in force any more. <Link url={`/app/orders/${orderId}`}>Show the latest</Link>
          </Text>
        </Banner>
      ) : null}
    </BlockStack>
  );
}
