import type { IndexFiltersProps, TabProps } from "@shopify/polaris";
import { ChoiceList, IndexFilters, IndexFiltersMode, TextField } from "@shopify/polaris";
import { useState } from "react";
import type { OrderTab } from "#app/orders/order-tabs.ts";
import { orderTabNames } from "#app/orders/order-tabs.ts";
import { useSearchBox } from "../use-search-box.ts";
import { useUrlFilters } from "../use-url-filters.ts";

const tabLabels: Readonly<Record<OrderTab, string>> = {
  all: "All",
  arriving: "Arriving",
  routed: "Routed",
  held: "On hold",
  exception: "Needs you",
  fulfilled: "Fulfilled",
  cancelled: "Cancelled",
};

const sortOptions: NonNullable<IndexFiltersProps["sortOptions"]> = [
  { label: "Placed", value: "placed desc", directionLabel: "Newest first" },
  { label: "Placed", value: "placed asc", directionLabel: "Oldest first" },
  { label: "Cost", value: "cost desc", directionLabel: "Dearest first" },
  { label: "Cost", value: "cost asc", directionLabel: "Cheapest first" },
];

interface OrderFiltersProps {
  readonly locations: readonly { readonly id: string; readonly name: string }[];
  readonly loading: boolean;
}

/** Tabs, search, filters and order of the order list, all kept in the address. */
export function OrderFilters({ locations, loading }: OrderFiltersProps) {
  const filters = useUrlFilters();
  const [mode, setMode] = useState(IndexFiltersMode.Default);
  const [search, setSearch] = useSearchBox(filters.get("search"), (text) =>
    filters.set("search", text),
  );
  const tab = orderTabNames.indexOf((filters.get("tab") || "all") as OrderTab);
  const tabs = orderTabNames.map((name): TabProps => ({
    id: name,
    content: tabLabels[name],
    isLocked: true,
    onAction: () => filters.set("tab", name === "all" ? "" : name),
  }));
  return (
    <IndexFilters
      tabs={tabs}
      selected={Math.max(tab, 0)}
      onSelect={(index) => tabs[index]?.onAction?.()}
      canCreateNewView={false}
      mode={mode}
      setMode={setMode}
      loading={loading}
      queryValue={search}
      queryPlaceholder="Search by order name"
      onQueryChange={setSearch}
      onQueryClear={() => setSearch("")}
      sortOptions={sortOptions}
      sortSelected={[filters.get("sort") || "placed desc"]}
      onSort={([sort]) => filters.set("sort", sort === "placed desc" ? "" : (sort ?? ""))}
      filters={filterControls(filters, locations)}
      appliedFilters={appliedFilters(filters, locations)}
      onClearAll={filters.clear}
      cancelAction={{ onAction: () => setMode(IndexFiltersMode.Default) }}
    />
  );
}

type Filters = ReturnType<typeof useUrlFilters>;

function filterControls(filters: Filters, locations: OrderFiltersProps["locations"]) {
  return [
    {
      key: "location",
      label: "Ships from",
      pinned: true,
      filter: (
        <ChoiceList
          title="Ships from"
          titleHidden
          choices={locations.map(({ id, name }) => ({ value: id, label: name }))}
          selected={[filters.get("location")]}
          onChange={([id]) => filters.set("location", id ?? "")}
        />
      ),
    },
    dayControl(filters, "from", "Placed on or after"),
    dayControl(filters, "to", "Placed on or before"),
  ];
}

function dayControl(filters: Filters, name: "from" | "to", label: string) {
  return {
    key: name,
    label,
    filter: (
      <TextField
        label={label}
        labelHidden
        type="date"
        autoComplete="off"
        value={filters.get(name)}
        onChange={(day) => filters.set(name, day)}
      />
    ),
  };
}

function appliedFilters(filters: Filters, locations: OrderFiltersProps["locations"]) {
  const location = locations.find(({ id }) => id === filters.get("location"));
  const shown = [
    { key: "location", label: location && `Ships from ${location.name}` },
    { key: "from", label: filters.get("from") && `Placed from ${filters.get("from")}` },
    { key: "to", label: filters.get("to") && `Placed up to ${filters.get("to")}` },
  ];
  return shown.flatMap(({ key, label }) =>
    label ? [{ key, label, onRemove: () => filters.set(key, "") }] : [],
  );
}
