import { BlockStack, Card, Divider, InlineStack, Text } from "@shopify/polaris";
import { Fragment } from "react";
import type { OrderTask, OrderView } from "#app/orders/order-view.ts";
import { capitalise } from "../capitalise.ts";
import { describeUnits } from "../describe-delivery.ts";
import { describeTimeLeft } from "../describe-time-left.ts";
import { TaskStatusBadge } from "../tasks/task-status-badge.tsx";

/** The order's pick tasks, the newest first: who has them and how they stand. */
export function TasksCard({ order }: { readonly order: OrderView }) {
  const nowMs = Date.parse(order.format.now);
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Pick tasks
        </Text>
        {order.tasks.length === 0 ? (
          <Text as="p" tone="subdued">
            None yet. A store gets its task once Shopify shows the plan.
          </Text>
        ) : null}
        {order.tasks.map((task) => (
          <Fragment key={task.taskId}>
            <Divider />
            <BlockStack gap="100">
              <InlineStack align="space-between" gap="200">
                <Text as="h3" variant="headingSm">
                  {task.location}
                </Text>
                <TaskStatusBadge status={task.status} />
              </InlineStack>
              <Text as="p" tone="subdued">
                {describeTask(task, nowMs)}
              </Text>
            </BlockStack>
          </Fragment>
        ))}
      </BlockStack>
    </Card>
  );
}

function describeTask(task: OrderTask, nowMs: number): string {
  const units = describeUnits(task.units);
  switch (task.status) {
    case "offered":
      return `${units}, deadline ${describeTimeLeft(nowMs, task.deadlineAt)}`;
    case "accepted":
      return `${units}, accepted by ${task.acceptedBy || "the store"}`;
    case "packed":
    case "completed":
      return [units, task.acceptedBy, task.tracking].filter(Boolean).join(", ");
    case "rejected":
    case "recalled":
    case "expired":
      return task.endedReason ? `${units}. ${capitalise(task.endedReason)}` : units;
  }
}
