import { Box, Select } from "@shopify/polaris";
import { useUrlFilters } from "../use-url-filters.ts";

/** Open or resolved exceptions; the choice lives in the address as `status`. */
export function StatusSelect() {
  const filters = useUrlFilters();
  return (
    <Box maxWidth="20rem">
      <Select
        label="Show"
        labelInline
        options={[
          { value: "", label: "Open" },
          { value: "resolved", label: "Resolved" },
        ]}
        value={filters.get("status")}
        onChange={(status) => filters.set("status", status)}
      />
    </Box>
  );
}
