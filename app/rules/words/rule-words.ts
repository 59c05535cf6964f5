/** What rules need to be told in words: names for location ids, the shop's currency code. */
export interface RuleWords {
  readonly locationName: (locationId: string) => string;
  readonly currency: string;
}
