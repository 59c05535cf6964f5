import type { Location, Place } from "#app/routing/snapshot.ts";
import { LOCATION_TYPES } from "#app/rules/ruleset-keys.ts";
import {
  ContractBreach,
  type Fields,
  oneOf,
  orNull,
  readBoolean,
  readList,
  readMoney,
  readObject,
  readText,
  wholeNumber,
} from "#app/rules/parse-ruleset-fields.ts";

export const PLACE_KEYS = ["latitude", "longitude", "countryCode", "provinceCode", "postalCode"];
const KEYS = [
  "id",
  "name",
  "type",
  ...PLACE_KEYS,
  "handlingPerParcel",
  "handlingPerUnit",
  "processingDays",
  "unitsLeftToday",
  "rank",
  "groups",
  "paused",
];

export interface ScenarioLocation {
  readonly location: Location;
  /** Null without a limit. */
  readonly unitsLeftToday: number | null;
}

/** Reads one location and what it may still ship today. */
export function parseLocation(value: unknown, path: string): ScenarioLocation {
  const fields = readObject(value, path, KEYS);
  const location: Location = {
    id: readText(fields.id, `${path}.id`),
    name: readText(fields.name, `${path}.name`),
    type: oneOf(LOCATION_TYPES)(fields.type, `${path}.type`),
    ...readPlace(fields, path),
    handlingPerParcel: readMoney(fields.handlingPerParcel, `${path}.handlingPerParcel`),
    handlingPerUnit: readMoney(fields.handlingPerUnit, `${path}.handlingPerUnit`),
    processingDays: wholeNumber()(fields.processingDays, `${path}.processingDays`),
    rank: wholeNumber()(fields.rank, `${path}.rank`),
    groups: readList(fields.groups, `${path}.groups`, readText),
    paused: readBoolean(fields.paused, `${path}.paused`),
  };
  const left = orNull(wholeNumber())(fields.unitsLeftToday, `${path}.unitsLeftToday`);
  return { location, unitsLeftToday: left };
}

/** Reads the coordinates (both or neither) and codes of a place. */
export function readPlace(fields: Fields, path: string): Place {
  const latitude = orNull(degrees(90))(fields.latitude, `${path}.latitude`);
  const longitude = orNull(degrees(180))(fields.longitude, `${path}.longitude`);
  if ((latitude === null) !== (longitude === null)) {
    const missing = latitude === null ? "latitude" : "longitude";
    throw new ContractBreach(`${path}.${missing}`, "is null but its other coordinate is not");
  }
  return {
    latitude,
    longitude,
    countryCode: orNull(readText)(fields.countryCode, `${path}.countryCode`),
    provinceCode: orNull(readText)(fields.provinceCode, `${path}.provinceCode`),
    postalCode: orNull(readText)(fields.postalCode, `${path}.postalCode`),
  };
}

function degrees(most: number) {
  return (value: unknown, path: string): number => {
    if (typeof value !== "number" || !(Math.abs(value) <= most)) {
      throw new ContractBreach(path, `must be a number from -${most} to ${most}`);
    }
    return value;
  };
}
