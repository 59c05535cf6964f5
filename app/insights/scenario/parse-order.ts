import type { Order, OrderLine } from "#app/routing/snapshot.ts";
import { DELIVERY_METHODS } from "#app/rules/ruleset-keys.ts";
import {
  ContractBreach,
  type Fields,
  oneOf,
  orNull,
  readFilledList,
  readList,
  readMoney,
  readObject,
  readText,
  refuseDuplicates,
  wholeNumber,
} from "#app/rules/parse-ruleset-fields.ts";
import { PLACE_KEYS, readPlace } from "./parse-location.ts";
import { readInstant } from "./read-instant.ts";

const KEYS = [
  "id",
  "placedAt",
  "service",
  "deliveryMethod",
  "destination",
  "maxDeliveryDays",
  "tags",
  "channel",
  "customerTags",
  "lines",
];
const MAX_QUANTITY = 10_000;

/** Reads one order. */
export function parseOrder(value: unknown, path: string): Order {
  const fields = readObject(value, path, KEYS, ["pickupLocationId"]);
  const deliveryMethod = oneOf(DELIVERY_METHODS)(fields.deliveryMethod, `${path}.deliveryMethod`);
  const place = `${path}.destination`;
  const lines = readFilledList(fields.lines, `${path}.lines`, parseLine);
  refuseDuplicates(
    lines.map(({ id }) => id),
    (at) => `${path}.lines[${at}].id`,
  );
  return {
    id: readText(fields.id, `${path}.id`),
    placedAt: readInstant(fields.placedAt, `${path}.placedAt`),
    service: readText(fields.service, `${path}.service`),
    deliveryMethod,
    pickupLocationId: readPickup(fields, deliveryMethod === "pickup", `${path}.pickupLocationId`),
    destination: readPlace(readObject(fields.destination, place, PLACE_KEYS), place),
    maxDeliveryDays: orNull(wholeNumber())(fields.maxDeliveryDays, `${path}.maxDeliveryDays`),
    tags: readList(fields.tags, `${path}.tags`, readText),
    channel: orNull(readText)(fields.channel, `${path}.channel`),
    customerTags: readList(fields.customerTags, `${path}.customerTags`, readText),
    lines,
  };
}

function readPickup(fields: Fields, isPickup: boolean, path: string): string | null {
  const given = fields.pickupLocationId ?? null;
  if (isPickup && given === null) throw new ContractBreach(path, "is missing for a pickup order");
  if (!isPickup && given !== null) throw new ContractBreach(path, "is for pickup orders only");
  return orNull(readText)(given, path);
}

function parseLine(value: unknown, path: string): OrderLine {
  const fields = readObject(value, path, ["id", "sku", "quantity", "unitPrice"]);
  return {
    id: readText(fields.id, `${path}.id`),
    sku: readText(fields.sku, `${path}.sku`),
    quantity: wholeNumber(1, MAX_QUANTITY)(fields.quantity, `${path}.quantity`),
    unitPrice: readMoney(fields.unitPrice, `${path}.unitPrice`),
  };
}
