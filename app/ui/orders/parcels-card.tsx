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
  /** The customer comes for it: there is no way to draw or measure. */
  readonly isCollected: boolean;
}

/** What leaves from where: a drawing, the same as a table, and what cannot leave at all. */
export function ParcelsCard(props: ParcelsCardProps) {
  const { decision, destination, isCollected } = props;
  const { parcels, unfilled } = decision;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Parcels
        </Text>
        {isCollected ? null : <ParcelMap decision={decision} destinationName={destination} />}
        {parcels.length > 0 ? (
          <ParcelTable {...props} />
        ) : (
          <Text as="p">Nothing ships with this decision.</Text>
        )}
        {unfilled.length > 0 ? <NotShipping unfilled={unfilled} /> : null}
      </BlockStack>
    </Card>
  );
}

function ParcelTable({ decision: { parcels }, currency, isCollected }: ParcelsCardProps) {
  const way = isCollected ? [] : ["Distance", "Delivery"];
  return (
    <StackingTable
      headings={[isCollected ? "Collected at" : "Ships from", "Items", ...way, "Cost"]}
      figures={[...way, "Cost"]}
      rows={parcels.map((parcel) => ({
        key: parcel.locationId,
        cells: [
          parcel.name,
          <Items key="items" lines={parcel.lines} />,
          ...(isCollected ? [] : describeWay(parcel)),
          parcel.cost === null ? "–" : formatMoney(parcel.cost, currency),
        ],
      }))}
    />
  );
}

function describeWay({ km, deliveryDays }: ParcelView): string[] {
  return [
    km === null ? "Unknown" : `${km.toLocaleString("en-US")} km`,
    deliveryDays === null ? "–" : describeDays(deliveryDays),
  ];
}

function NotShipping({ unfilled }: Pick<DecisionView, "unfilled">) {
  return (
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
