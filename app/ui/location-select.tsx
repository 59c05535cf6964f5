import { Box, Select } from "@shopify/polaris";
import { useUrlFilters } from "./use-url-filters.ts";

interface LocationSelectProps {
  readonly locations: readonly { readonly id: string; readonly name: string }[];
}

/** Narrows a list to one location; the choice lives in the address as `location`. */
export function LocationSelect({ locations }: LocationSelectProps) {
  const filters = useUrlFilters();
  const options = locations.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Box maxWidth="20rem">
      <Select
        label="Location"
        labelInline
        options={[{ value: "", label: "All locations" }, ...options]}
        value={filters.get("location")}
        onChange={(id) => filters.set("location", id)}
      />
    </Box>
  );
}
