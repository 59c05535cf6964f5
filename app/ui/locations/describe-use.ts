import type { CapacityUse, Use } from "#app/locations/describe-capacity.ts";

/** "4 of 40 orders", for every kind of limit the location has; nothing without one. */
export function describeLimits({ orders, units, minutes }: CapacityUse): string[] {
  return [
    describeLimit(orders, orders.limit === 1 ? "order" : "orders"),
    describeLimit(units, units.limit === 1 ? "unit" : "units"),
    describeLimit(minutes, "minutes"),
  ].filter(Boolean);
}

/** What a location was given today, its limits left aside: "4 orders, 9 units". */
export function describeWork({ orders, units, minutes }: CapacityUse): string {
  const labour = minutes.used > 0 ? `, ${describeMinutes(minutes.used)} of work` : "";
  return `${count(orders.used, "order")}, ${count(units.used, "unit")}${labour}`;
}

/** Whether nothing more fits today. */
export function isFull({ orders, units, minutes }: CapacityUse): boolean {
  return [orders, units, minutes].some(({ used, limit }) => limit !== null && used >= limit);
}

/** "2 h 5 min". */
export function describeMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

function describeLimit({ used, limit }: Use, unit: string): string {
  if (limit === null) return "";
  const of = `${used.toLocaleString("en-US")} of ${limit.toLocaleString("en-US")}`;
  return `${of} ${unit}`;
}

const count = (number: number, unit: string) =>
  `${number.toLocaleString("en-US")} ${number === 1 ? unit : `${unit}s`}`;
