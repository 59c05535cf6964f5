import type { Item, RateZone, ServiceRates, StockRow } from "#app/routing/snapshot.ts";
import {
  ContractBreach,
  orNull,
  readFilledList,
  readList,
  readMoney,
  readObject,
  readSignedMoney,
  readText,
  refuseDuplicates,
  threeDecimals,
  wholeNumber,
} from "#app/rules/parse-ruleset-fields.ts";

const MAX_WEIGHT_KG = 1000;
const MAX_UNITS = 1_000_000;

/** Reads the services and their ladders of zones. */
export function parseRates(value: unknown, path: string): ServiceRates[] {
  const rates = readFilledList(value, path, parseService);
  refuseDuplicates(
    rates.map(({ service }) => service),
    (at) => `${path}[${at}].service`,
  );
  return rates;
}

function parseService(value: unknown, path: string): ServiceRates {
  const fields = readObject(value, path, ["service", "zones"]);
  const service = readText(fields.service, `${path}.service`);
  const zones = readFilledList(fields.zones, `${path}.zones`, parseZone);
  zones.forEach((zone, at) => checkReach(zones, zone, at, `${path}.zones[${at}].upToKm`));
  return { service, zones };
}

function parseZone(value: unknown, path: string): RateZone {
  const fields = readObject(value, path, ["upToKm", "parcel", "perKg", "transitDays"]);
  return {
    upToKm: orNull(threeDecimals())(fields.upToKm, `${path}.upToKm`),
    parcel: readMoney(fields.parcel, `${path}.parcel`),
    perKg: readMoney(fields.perKg, `${path}.perKg`),
    transitDays: wholeNumber()(fields.transitDays, `${path}.transitDays`),
  };
}

/** Zones reach farther and farther; the last has no end, so that every distance has a price. */
function checkReach(zones: readonly RateZone[], zone: RateZone, at: number, path: string): void {
  const isLast = at === zones.length - 1;
  if (isLast !== (zone.upToKm === null)) {
    throw new ContractBreach(path, isLast ? "must be null in the last zone" : "must be a number");
  }
  const before = zones[at - 1]?.upToKm ?? null;
  if (zone.upToKm !== null && before !== null && zone.upToKm <= before) {
    throw new ContractBreach(path, "must be larger than in the zone before");
  }
}

/** Reads one item. */
export function parseItem(value: unknown, path: string): Item {
  const fields = readObject(value, path, ["sku", "weightKg", "tags", "unitCost"]);
  return {
    sku: readText(fields.sku, `${path}.sku`),
    weightKg: threeDecimals(MAX_WEIGHT_KG)(fields.weightKg, `${path}.weightKg`),
    tags: readList(fields.tags, `${path}.tags`, readText),
    unitCost: readMoney(fields.unitCost, `${path}.unitCost`),
  };
}

/** Reads the stock of one SKU at one location. */
export function parseStockRow(value: unknown, path: string): StockRow {
  const fields = readObject(value, path, [
    "locationId",
    "sku",
    "available",
    "safetyStock",
    "opportunityCost",
  ]);
  return {
    locationId: readText(fields.locationId, `${path}.locationId`),
    sku: readText(fields.sku, `${path}.sku`),
    available: wholeNumber(-MAX_UNITS)(fields.available, `${path}.available`),
    safetyStock: wholeNumber()(fields.safetyStock, `${path}.safetyStock`),
    opportunityCost: readSignedMoney(fields.opportunityCost, `${path}.opportunityCost`),
  };
}
