/** Names for the ids in rules, and the shop's currency code for amounts. */
export interface RuleWords {
  readonly locationNames: ReadonlyMap<string, string>;
  readonly currency: string;
}
