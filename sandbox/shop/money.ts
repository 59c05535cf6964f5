/** Cents of a decimal string with two decimals, e.g. "12.50" -> 1250. */
export function centsOf(amount: string): number {
  return Math.round(Number(amount) * 100);
}

/** Decimal string of cents, as Shopify writes money: "12.50". */
export function moneyOf(cents: number): string {
  return (cents / 100).toFixed(2);
}

/** The REST price set of an amount: one shop currency, presented in itself. */
export function priceSet(amount: string, currency: string) {
  const money = { amount, currency_code: currency };
  return { shop_money: money, presentment_money: money };
}
