import { BlockStack, Card, Select, Text, TextField } from "@shopify/polaris";
import { StackingTable } from "../stacking-table.tsx";
import type { PlaceDraft } from "./group-draft.ts";
import { pooledOptions } from "./pooled-options.ts";

interface GroupPlacesCardProps {
  readonly places: readonly PlaceDraft[];
  readonly errors: Readonly<Record<string, string>>;
  readonly onChange: (places: readonly PlaceDraft[]) => void;
}

/** What holds for the group at one location only. */
export function GroupPlacesCard({ places, errors, onChange }: GroupPlacesCardProps) {
  const change = (index: number, changed: Partial<PlaceDraft>) =>
    onChange(places.map((place, at) => (at === index ? { ...place, ...changed } : place)));
  return (
    <Card>
      <BlockStack gap="300">
        <Text as="h2" variant="headingMd">
          By location
        </Text>
        <StackingTable
          headings={["Location", "Safety stock", "Pool"]}
          rows={places.map((place, index) => ({
            key: place.locationId,
            cells: [
              place.name,
              <TextField
                key="safety"
                label={`Safety stock at ${place.name}`}
                labelHidden
                placeholder="Inherit"
                size="slim"
                inputMode="numeric"
                autoComplete="off"
                value={place.safetyStock}
                onChange={(safetyStock) => change(index, { safetyStock })}
                error={errors[`places.${index}.safetyStock`] ?? ""}
              />,
              <Select
                key="pool"
                label={`Pool at ${place.name}`}
                labelHidden
                options={[...pooledOptions]}
                value={place.pooled}
                onChange={(pooled) => change(index, { pooled })}
              />,
            ],
          }))}
        />
      </BlockStack>
    </Card>
  );
}
