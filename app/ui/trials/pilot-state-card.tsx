import { Banner, BlockStack, Card, Text } from "@shopify/polaris";
import type { PilotReport } from "#app/insights/pilot/pilot-view.ts";
import { formatInstant } from "../format-instant.ts";

/** Who takes part, for how long, and why it is over if it is. */
export function PilotStateCard({ report }: { readonly report: PilotReport }) {
  const { head, format, orders } = report;
  return (
    <BlockStack gap="400">
      {head.status === "stopped" ? (
        <Banner tone="critical" title="This pilot stopped itself">
          {head.endReason} New orders go by your rules again.
        </Banner>
      ) : null}
      <Card>
        <BlockStack gap="100">
          <Text as="p">
            {report.scope}: {head.sharePercent} of 100 are decided by the draft. So far{" "}
            {orders.treatment} orders by the draft and {orders.control} in the control group.
          </Text>
          <Text as="p">{report.stopRule}</Text>
          <Text as="p">
            {head.endedAt
              ? `Over since ${formatInstant(head.endedAt, format.timeZone)} (${head.endedBy}). ${head.endReason}`
              : `Ends ${formatInstant(head.endsAt, format.timeZone)}.`}
          </Text>
        </BlockStack>
      </Card>
    </BlockStack>
  );
}
