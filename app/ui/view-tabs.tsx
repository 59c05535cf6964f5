import { Tabs } from "@shopify/polaris";
import { useUrlFilters } from "./use-url-filters.ts";

interface ViewTabsProps {
  /** The filter in the address that the tabs set; the first tab is the one without it. */
  readonly filter: string;
  readonly tabs: readonly {
    readonly id: string;
    readonly label: string;
    readonly count?: number;
  }[];
  readonly selected: string;
}

/** Named views of a list with how much is in each, kept in the address. */
export function ViewTabs({ filter, tabs, selected }: ViewTabsProps) {
  const filters = useUrlFilters();
  return (
    <Tabs
      tabs={tabs.map(({ id, label, count }) => ({
        id: id || "all",
        content: count === undefined ? label : `${label} (${count.toLocaleString("en-US")})`,
      }))}
      selected={Math.max(
        0,
        tabs.findIndex(({ id }) => id === selected),
      )}
      onSelect={(index) => filters.set(filter, index === 0 ? "" : (tabs[index]?.id ?? ""))}
    />
  );
}
