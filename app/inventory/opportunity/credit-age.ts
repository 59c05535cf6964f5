/** Unsold for so long, a unit counts as aged. */
const AGED_AFTER_DAYS = 60;
/** Cost of capital, storage and ageing of stock: 20-30 % of its value a year is the usual estimate. */
const CARRYING_RATE = 0.2;
const DAYS_OF_YEAR = 365;

/**
 * What selling a unit that lies unsold saves: carrying it for as long again as it has lain, a year at
 * most. In the money of `unitCost` (1/10,000). Nothing below 60 days, or where it is not known.
 */
export function creditAge(unitCost: number, idleDays: number | null): number {
  if (idleDays === null || idleDays < AGED_AFTER_DAYS) return 0;
  return Math.round((unitCost * CARRYING_RATE * Math.min(idleDays, DAYS_OF_YEAR)) / DAYS_OF_YEAR);
}
