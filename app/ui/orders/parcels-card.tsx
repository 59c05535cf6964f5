import { BlockStack, Card, List, Text } from "@shopify/polaris";
import { formatMoney } from "#app/format-money.ts";
import type { DecisionView, ParcelView } from "#app/orders/explanation/decision-view.ts";
import { describeDays } from "../describe-days.ts";
import { describeUnits } from "../describe-delivery.ts";
import { StackingTable } from "../stacking-table.tsx";
import { ParcelMap } from "./parcel-map.tsx";

interface ParcelsCardProps {
  readonly decision: DecisionView;
  readonly destination: string;
  readonly currency: string;
}

/** What leaves from where: a drawing, the same as a table, and what cannot leave at all. */
export function ParcelsCard({ decision, destination, currency }: ParcelsCardProps) {
  const { parcels, unfilled } = decision;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Parcels
        </Text>
        <ParcelMap decision={decision} destinationName={destination} />
        {parcels.length > 0 ? (
          <StackingTable
            headings={["Ships from", "Items", "Distance", "Delivery", "Cost"]}
            figures={["Distance", "Delivery", "Cost"]}
            rows={parcels.map((parcel) => ({
              key: parcel.locationId,
              cells: [
                parcel.name,
                <Items key="items" lines={parcel.lines} />,
                parcel.km === null ? "Unknown" : `${parcel.km} km`,
                parcel.deliveryDays === null ? "–" : describeDays(parcel.deliveryDays),
                parcel.cost === null ? "–" : formatMoney(parcel.cost, currency),
              ],
            }))}
          />
        ) : (
          <Text as="p">Nothing ships with this decision.</Text>
        )}
        {unfilled.length > 0 ? (
          <BlockStack gap="100">
            <Text as="h3" variant="headingSm">
              Not shipping
            </Text>
            <List>
              {unfilled.map(({ title, units, reason }) => (
                <List.Item key={title}>
                  {title}, {describeUnits(units)}: {reason}
                </List.Item>
              ))}
            </List>
          </BlockStack>
        ) : null}
      </BlockStack>
    </Card>
  );
}

function Items({ lines }: Pick<ParcelView, "lines">) {
  return (
    <BlockStack>
      {lines.map(({ title, units }) => (
        <span key={title}>
          {units} × {title}
        </span>
      ))}
    </BlockStack>
  );
}
