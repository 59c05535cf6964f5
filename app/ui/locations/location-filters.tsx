import { Box, InlineGrid, Select, TextField } from "@shopify/polaris";
import type { LocationList } from "#app/locations/list-locations.server.ts";
import { useSearchBox } from "../use-search-box.ts";
import { useUrlFilters } from "../use-url-filters.ts";

/** Search by name and choice of tag, kept in the address. */
export function LocationFilters({ list }: { readonly list: LocationList }) {
  const filters = useUrlFilters();
  const [search, setSearch] = useSearchBox(filters.get("search"), (text) =>
    filters.set("search", text),
  );
  const tags = list.tags.map((tag) => ({ label: tag, value: tag }));
  return (
    <Box padding="300">
      <InlineGrid columns={{ xs: 1, sm: tags.length > 0 ? "2fr 1fr" : 1 }} gap="300">
        <TextField
          label="Search locations"
          labelHidden
          placeholder="Search by name or address"
          autoComplete="off"
          clearButton
          onClearButtonClick={() => setSearch("")}
          value={search}
          onChange={setSearch}
        />
        {tags.length > 0 ? (
          <Select
            label="Tag"
            labelHidden
            options={[{ label: "All tags", value: "" }, ...tags]}
            value={filters.get("tag")}
            onChange={(tag) => filters.set("tag", tag)}
          />
        ) : null}
      </InlineGrid>
    </Box>
  );
}
