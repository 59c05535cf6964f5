import { Box, InlineStack, Select, TextField } from "@shopify/polaris";
import type { StockPage } from "#app/inventory/list-stock.server.ts";
import type { StockShow } from "#app/inventory/stock-shows.ts";
import { stockShows } from "#app/inventory/stock-shows.ts";
import { LocationSelect } from "../location-select.tsx";
import { useSearchBox } from "../use-search-box.ts";
import { useUrlFilters } from "../use-url-filters.ts";

const showLabels: Readonly<Record<StockShow, string>> = {
  all: "Everything",
  none_left: "None available",
  own_settings: "With settings of their own",
  reserved: "Reserved now",
  cooling_off: "Cooling off after a failed pick",
};

interface StockFiltersProps {
  readonly page: Pick<StockPage, "locations" | "groups">;
  readonly loading: boolean;
}

/** What the inventory list is narrowed to; all of it lives in the address. */
export function StockFilters({ page, loading }: StockFiltersProps) {
  const filters = useUrlFilters();
  const [typed, type] = useSearchBox(filters.get("search"), (found) =>
    filters.set("search", found),
  );
  return (
    <InlineStack gap="300" blockAlign="center">
      <TextField
        label="Search items"
        labelHidden
        placeholder="SKU or title"
        autoComplete="off"
        value={typed}
        onChange={type}
        clearButton
        onClearButtonClick={() => type("")}
        loading={loading}
      />
      <LocationSelect locations={page.locations} />
      <GroupSelect groups={page.groups} />
      <Box maxWidth="20rem">
        <Select
          label="Show"
          labelInline
          options={stockShows.map((value) => ({ value, label: showLabels[value] }))}
          value={filters.get("show") || "all"}
          onChange={(show) => filters.set("show", show === "all" ? "" : show)}
        />
      </Box>
    </InlineStack>
  );
}

interface GroupSelectProps {
  readonly groups: readonly { readonly id: string; readonly name: string }[];
}

/** Narrows a list to one product group; the choice lives in the address as `group`. */
export function GroupSelect({ groups }: GroupSelectProps) {
  const filters = useUrlFilters();
  if (groups.length === 0) return null;
  return (
    <Box maxWidth="20rem">
      <Select
        label="Group"
        labelInline
        options={[
          { value: "", label: "All groups" },
          ...groups.map(({ id, name }) => ({ value: id, label: name })),
          { value: "none", label: "Without a group" },
        ]}
        value={filters.get("group")}
        onChange={(id) => filters.set("group", id)}
      />
    </Box>
  );
}
