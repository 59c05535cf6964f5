/** A first guess that the merchant may correct: services are third parties, depots say so by name. */
export function guessLocationType(location: {
  readonly name: string;
  readonly isFulfillmentService: boolean;
}): "store" | "warehouse" | "third_party" {
  if (location.isFulfillmentService) return "third_party";
  const isDepot = /\b(warehouse|depot|dc|distribution|fulfil?lment|logistics)\b/i;
  return isDepot.test(location.name) ? "warehouse" : "store";
}
