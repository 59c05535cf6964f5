import { Badge, BlockStack, Card, Divider, InlineStack, Link, Text } from "@shopify/polaris";
import { Fragment } from "react";
import type { HomeView } from "#app/insights/home/home-view.ts";
import { describeAge } from "../describe-time-left.ts";
import { queueLabel } from "../queue-label.ts";

interface Row {
  readonly key: string;
  readonly label: string;
  readonly url: string;
  readonly count: number;
  readonly detail: string;
  readonly isLate: boolean;
}

/** What waits for a person, the most pressing first, each line a way to the work. */
export function AttentionCard({ home }: { readonly home: HomeView }) {
  const rows = listRows(home);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Needs attention
        </Text>
        {rows.length === 0 ? (
          <Text as="p">Nothing waits for you. Orders are routed without a human touch.</Text>
        ) : null}
        {rows.map((row) => (
          <Fragment key={row.key}>
            <Divider />
            <InlineStack align="space-between" blockAlign="center" gap="200" wrap={false}>
              <BlockStack>
                <Link url={row.url}>{row.label}</Link>
                <Text as="span" tone="subdued">
                  {row.detail}
                </Text>
              </BlockStack>
              <Badge tone={row.isLate ? "critical" : "attention"}>
                {`${row.count.toLocaleString("en-US")}${row.isLate ? " · late" : ""}`}
              </Badge>
            </InlineStack>
          </Fragment>
        ))}
      </BlockStack>
    </Card>
  );
}

function listRows({ attention, format }: HomeView): Row[] {
  const nowMs = Date.parse(format.now);
  const { lateTasks, heldOrders } = attention;
  const queues = attention.queues.map(({ queue, count, overdue, oldestAt }): Row => {
    const late = overdue > 0 ? `, ${overdue} past the time to look` : "";
    return {
      key: queue,
      label: queueLabel(queue),
      url: `/app/exceptions?queue=${queue}`,
      count,
      detail: `Oldest ${describeAge(nowMs, oldestAt)}${late}`,
      isLate: overdue > 0,
    };
  });
  const others: Row[] = [
    {
      key: "late tasks",
      label: "Late pick tasks",
      url: "/app/tasks?view=late",
      count: lateTasks,
      detail: "Past their deadline and not packed",
      isLate: true,
    },
    {
      key: "held orders",
      label: "Orders on hold",
      url: "/app/orders?tab=held",
      count: heldOrders,
      detail: "Held by you, by Shopify or by another app",
      isLate: false,
    },
  ];
  return [...queues, ...others.filter(({ count }) => count > 0)];
}
