import { BlockStack, Card, InlineStack, Text } from "@shopify/polaris";
import type { CardService } from "#app/rates/rate-card.ts";
import type { RatesView } from "#app/rates/show-rates.server.ts";
import { describeDays } from "../describe-days.ts";
import { StackingTable } from "../stacking-table.tsx";
import { describePrice, describeReach } from "./describe-zone.ts";
import { DownloadCard } from "./download-card.tsx";

interface CurrentCardProps {
  readonly current: NonNullable<RatesView["current"]>;
  readonly format: RatesView["format"];
}

/** The prices that hold now, service by service. */
export function CurrentCard({ current, format }: CurrentCardProps) {
  return (
    <Card>
      <BlockStack gap="400">
        <InlineStack align="space-between" blockAlign="center" gap="200">
          <Text as="h2" variant="headingMd">
            In force: {current.name || `version ${current.version}`}
          </Text>
          <DownloadCard version={current.version} label="Download as CSV" />
        </InlineStack>
        {current.rates.map((service) => (
          <Service key={service.service} service={service} currency={format.currency} />
        ))}
      </BlockStack>
    </Card>
  );
}

function Service({ service, currency }: { service: CardService; currency: string }) {
  const { zones } = service;
  return (
    <BlockStack gap="200">
      <Text as="h3" variant="headingSm">
        {service.service}
      </Text>
      <StackingTable
        headings={["Distance", "A parcel costs", "Takes"]}
        rows={zones.map((zone, at) => ({
          key: String(at),
          cells: [
            describeReach(zone, zones.length === 1),
            describePrice(zone, currency),
            describeDays(zone.transitDays),
          ],
        }))}
      />
    </BlockStack>
  );
}
