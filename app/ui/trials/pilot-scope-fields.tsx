import { ChoiceList, FormLayout, Text, TextField } from "@shopify/polaris";
import type { Choice } from "#app/insights/pilot/pilot-view.ts";
import type { BindField } from "./pilot-fields.ts";

interface PilotScopeFieldsProps {
  readonly bind: BindField;
  readonly stores: readonly Choice[];
  readonly storeIds: readonly string[];
  readonly onStores: (storeIds: string[]) => void;
}

const regions = [
  ["countryCodes", "Countries", "US, CA"],
  ["provinceCodes", "Provinces or states", "CO, CA"],
  ["postalPrefixes", "Postal codes beginning with", "80, 81"],
] as const;
const goods = [
  ["productTypes", "Product types", "Lamps, Mugs"],
  ["itemTags", "Product tags", "premium"],
  ["collections", "Collections", "Winter"],
] as const;

/** Which orders take part; what is left empty does not narrow it. */
export function PilotScopeFields({ bind, stores, storeIds, onStores }: PilotScopeFieldsProps) {
  return (
    <FormLayout>
      <Text as="h3" variant="headingSm">
        Only these orders (empty: all)
      </Text>
      {[regions, goods].map((group) => (
        <FormLayout.Group key={group[0][0]}>
          {group.map(([name, label, example]) => (
            <TextField
              key={name}
              label={label}
              placeholder={example}
              autoComplete="off"
              {...bind(name)}
            />
          ))}
        </FormLayout.Group>
      ))}
      <ChoiceList
        title="Nearest store is one of (none: any)"
        allowMultiple
        choices={[...stores]}
        selected={[...storeIds]}
        onChange={onStores}
      />
    </FormLayout>
  );
}
