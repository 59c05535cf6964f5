import { Badge, BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { LocationDetails, ServiceDispatch } from "#app/locations/show-location.server.ts";
import { formatInstant } from "../format-instant.ts";
import { StackingTable } from "../stacking-table.tsx";
import { describeLimits, describeWork, isFull } from "./describe-use.ts";

/** What the location has to do today and when what is decided now leaves it. */
export function TodayCard({ location }: { readonly location: LocationDetails }) {
  const { today, openTasks, openUnits, dispatches } = location;
  const limits = describeLimits(today);
  return (
    <Card>
      <BlockStack gap="300">
        <InlineStack gap="200" blockAlign="center">
          <Text as="h2" variant="headingMd">
            Today
          </Text>
          {isFull(today) ? <Badge tone="attention">Full today</Badge> : null}
        </InlineStack>
        <Text as="p">
          {limits.length > 0
            ? `Used ${limits.join(", ")} it can take.`
            : `Given ${describeWork(today)}. No daily limit.`}{" "}
          {openTasks === 0
            ? "Nothing waits to be picked."
            : `${openTasks === 1 ? "1 pick task" : `${openTasks} pick tasks`} with ${openUnits === 1 ? "1 unit" : `${openUnits} units`} wait.`}
        </Text>
        {dispatches.length > 0 ? (
          <StackingTable
            headings={["Service", "Order before", "Leaves"]}
            rows={dispatches.map((one) => describeRow(one, location.timeZone))}
          />
        ) : null}
      </BlockStack>
    </Card>
  );
}

function describeRow({ service, decideBy, leavesAt }: ServiceDispatch, timeZone: string) {
  const cells = decideBy
    ? [
        service,
        formatInstant(decideBy, timeZone),
        `by ${formatInstant(leavesAt ?? decideBy, timeZone)}`,
      ]
    : [service, "No open day", "Does not ship"];
  return { key: service, cells };
}
