import { BlockStack, Card, Text } from "@shopify/polaris";
import type { PlaceLoad } from "#app/insights/shadow/shadow-view.ts";
import { StackingTable } from "../stacking-table.tsx";

/** Units each location ships under the live rules and would ship under the draft. */
export function ShadowPlacesCard({ places }: { readonly places: readonly PlaceLoad[] }) {
  if (places.length === 0) return null;
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          Units by location
        </Text>
        <StackingTable
          headings={["Location", "Live rules", "Draft", "Change"]}
          figures={["Live rules", "Draft", "Change"]}
          rows={places.map(({ name, live, shadow }) => ({
            key: name,
            cells: [name, live, shadow, describeChange(shadow - live)],
          }))}
        />
      </BlockStack>
    </Card>
  );
}

function describeChange(units: number): string {
  if (units === 0) return "–";
  return units > 0 ? `+${units}` : `−${-units}`;
}
