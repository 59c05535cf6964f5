import { useFetcher } from "@remix-run/react";
import { BlockStack, Checkbox, InlineGrid, Link, Select, Text } from "@shopify/polaris";
import type { HolidayChoices } from "#app/locations/list-holiday-choices.server.ts";
import type { PublicHoliday } from "#app/locations/list-holidays.server.ts";
import type { LocationDetails } from "#app/locations/show-location.server.ts";
import type { SettingsDraft } from "./settings-draft.ts";

interface HolidayFieldsProps {
  readonly location: LocationDetails;
  readonly draft: SettingsDraft;
  readonly onChange: (changed: Partial<SettingsDraft>) => void;
}

/** Whose public holidays the location keeps, and on which of them it works all the same. */
export function HolidayFields({ location, draft, onChange }: HolidayFieldsProps) {
  const fetcher = useFetcher<HolidayChoices>({ key: `holidays-${location.locationId}` });
  const { countries, regions, holidays } = fetcher.data ?? location.calendar;
  const look = (holidayCountry: string, holidayRegion: string) => {
    onChange({ holidayCountry, holidayRegion, holidaysOpen: [] });
    const { locationId } = location;
    const asked = new URLSearchParams({ country: holidayCountry, region: holidayRegion });
    void fetcher.load(`/app/locations/${locationId}/holidays?${asked.toString()}`);
  };
  return (
    <BlockStack gap="300">
      <InlineGrid columns={{ xs: 1, sm: regions.length > 0 ? 2 : 1 }} gap="300">
        <Select
          label="Public holidays of"
          options={[{ label: "None", value: "" }, ...countries.map(toOption)]}
          value={draft.holidayCountry}
          onChange={(country) => look(country, "")}
        />
        {regions.length > 0 ? (
          <Select
            label="State or province"
            options={[{ label: "The whole country", value: "" }, ...regions.map(toOption)]}
            value={draft.holidayRegion}
            onChange={(region) => look(draft.holidayCountry, region)}
          />
        ) : null}
      </InlineGrid>
      {draft.holidayCountry && holidays.length > 0 ? (
        <HolidayList holidays={holidays} draft={draft} onChange={onChange} />
      ) : null}
    </BlockStack>
  );
}

const toOption = ({ code, name }: { code: string; name: string }) => ({ label: name, value: code });

interface HolidayListProps {
  readonly holidays: readonly PublicHoliday[];
  readonly draft: SettingsDraft;
  readonly onChange: (changed: Partial<SettingsDraft>) => void;
}

function HolidayList({ holidays, draft: { holidaysOpen }, onChange }: HolidayListProps) {
  const keep = (name: string, closed: boolean) =>
    onChange({
      holidaysOpen: closed ? holidaysOpen.filter((one) => one !== name) : [...holidaysOpen, name],
    });
  const shown = holidays.filter(
    ({ name }, at) => holidays.findIndex((one) => one.name === name) === at,
  );
  return (
    <BlockStack gap="100">
      <Text as="p">Closed on the ticked days, every year:</Text>
      {shown.map(({ on, name }) => (
        <Checkbox
          key={name}
          label={`${name}, next on ${describeDay(on)}`}
          checked={!holidaysOpen.includes(name)}
          onChange={(closed) => keep(name, closed)}
        />
      ))}
      <Text as="p" tone="subdued" variant="bodySm">
        Holiday dates from{" "}
        <Link url="https://github.com/commenthol/date-holidays" target="_blank">
          date-holidays
        </Link>
        , licensed under{" "}
        <Link url="https://creativecommons.org/licenses/by-sa/3.0/" target="_blank">
          CC BY-SA 3.0
        </Link>
        . Check them against your own calendar.
      </Text>
    </BlockStack>
  );
}

/** "Thu, Nov 26, 2026". */
function describeDay(on: string): string {
  return new Intl.DateTimeFormat("en-US", {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${on}T00:00:00Z`));
}
