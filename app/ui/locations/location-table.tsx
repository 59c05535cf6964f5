import {
  Badge,
  BlockStack,
  IndexTable,
  InlineStack,
  Link,
  Text,
  useBreakpoints,
} from "@shopify/polaris";
import { formatMoney } from "#app/format-money.ts";
import type { LocationList, LocationRow } from "#app/locations/list-locations.server.ts";
import { CondensedRow } from "../condensed-row.tsx";
import { describeUnits } from "../describe-delivery.ts";
import { EmptyNote } from "../empty-note.tsx";
import { formatInstant } from "../format-instant.ts";
import { useUrlFilters } from "../use-url-filters.ts";
import { describeLimits, describeWork, isFull } from "./describe-use.ts";
import { LocationStateBadge } from "./location-state-badge.tsx";
import { describeLocationType } from "./location-type.ts";

const headings = [
  { title: "Location" },
  { title: "Kind" },
  { title: "Pool" },
  { title: "Used today", tooltipContent: "What it was given today, of what it can take a day." },
  { title: "Backlog", tooltipContent: "Pick tasks not finished yet, and their units." },
  {
    title: "Next cutoff",
    tooltipContent: "Orders before it leave with that day's work. On the location's own clock.",
  },
  {
    title: "Handling",
    tooltipContent: "What a parcel and a unit cost you there, without postage.",
  },
] as const;

/** The shop's locations: what each may do, does today and costs. */
export function LocationTable({ list }: { readonly list: LocationList }) {
  const { smDown } = useBreakpoints();
  return (
    <IndexTable
      resourceName={{ singular: "location", plural: "locations" }}
      itemCount={list.rows.length}
      headings={[...headings]}
      selectable={false}
      condensed={smDown}
      emptyState={<NoLocations />}
    >
      {list.rows.map((row, position) => (
        <IndexTable.Row key={row.locationId} id={row.locationId} position={position}>
          {smDown ? (
            <CondensedLocation row={row} list={list} />
          ) : (
            <LocationCells row={row} list={list} />
          )}
        </IndexTable.Row>
      ))}
    </IndexTable>
  );
}

interface RowProps {
  readonly row: LocationRow;
  readonly list: LocationList;
}

function LocationCells({ row, list }: RowProps) {
  return (
    <>
      <IndexTable.Cell>
        <BlockStack>
          <LocationLink row={row} />
          <Text as="span" tone="subdued">
            {[row.address, ...row.tags].filter(Boolean).join(" · ")}
          </Text>
        </BlockStack>
      </IndexTable.Cell>
      <IndexTable.Cell>{describeLocationType(row.type)}</IndexTable.Cell>
      <IndexTable.Cell>
        <Pool row={row} list={list} />
      </IndexTable.Cell>
      <IndexTable.Cell>
        <UsedToday row={row} />
      </IndexTable.Cell>
      <IndexTable.Cell>{describeBacklog(row)}</IndexTable.Cell>
      <IndexTable.Cell>{describeCutoff(row)}</IndexTable.Cell>
      <IndexTable.Cell>{describeHandling(row, list.currency)}</IndexTable.Cell>
    </>
  );
}

function CondensedLocation({ row, list }: RowProps) {
  return (
    <CondensedRow>
      <InlineStack align="space-between" gap="200">
        <LocationLink row={row} />
        <Text as="span">{describeLocationType(row.type)}</Text>
      </InlineStack>
      <Text as="span" tone="subdued">
        {describeBacklog(row)} · next cutoff {describeCutoff(row)}
      </Text>
      <UsedToday row={row} />
      <Pool row={row} list={list} />
    </CondensedRow>
  );
}

function LocationLink({ row }: { readonly row: LocationRow }) {
  return (
    <Link dataPrimaryLink monochrome removeUnderline url={`/app/locations/${row.locationId}`}>
      <Text as="span" fontWeight="semibold">
        {row.name}
      </Text>
    </Link>
  );
}

function Pool({ row, list }: RowProps) {
  const until = row.pausedUntil ? `until ${formatInstant(row.pausedUntil, list.timeZone)}` : "";
  const detail = row.state === "paused" ? [until, row.pausedReason].filter(Boolean).join(": ") : "";
  return (
    <InlineStack gap="200" align="start">
      <LocationStateBadge state={row.state} />
      {detail ? <Text as="span">{detail}</Text> : null}
    </InlineStack>
  );
}

/** A full location gets no more orders today: that must not be told by numbers alone. */
function UsedToday({ row: { today } }: { readonly row: LocationRow }) {
  const limits = describeLimits(today);
  return (
    <InlineStack gap="200" align="start" blockAlign="center">
      {isFull(today) ? <Badge tone="attention">Full today</Badge> : null}
      <Text as="span">{limits.join(", ") || `${describeWork(today)}, no limit`}</Text>
    </InlineStack>
  );
}

function describeCutoff({ nextCutoff, timeZone }: LocationRow): string {
  return nextCutoff ? formatInstant(nextCutoff, timeZone) : "none: closed";
}

function describeBacklog({ openTasks, openUnits }: LocationRow): string {
  if (openTasks === 0) return "Nothing to pick";
  return `${openTasks === 1 ? "1 task" : `${openTasks} tasks`}, ${describeUnits(openUnits)}`;
}

function describeHandling({ handlingPerParcel, handlingPerUnit }: LocationRow, currency: string) {
  const money = (amount: string) => formatMoney(amount, currency);
  return `${money(handlingPerParcel)} + ${money(handlingPerUnit)} a unit`;
}

function NoLocations() {
  const filters = useUrlFilters();
  return filters.get("search") || filters.get("tag") ? (
    <EmptyNote heading="No location fits">Try part of its name, or all tags.</EmptyNote>
  ) : (
    <EmptyNote heading="No locations yet">
      They appear here once Backroom has read them from your shop.
    </EmptyNote>
  );
}
