/** Money inside the engine is a whole number of 1/10,000 of the currency, so sums are exact. */
export const MONEY_SCALE = 10_000;

const DECIMALS = 4;
const DOT = 46;
const MINUS = 45;
const ZERO = 48;

/** Decimal string ("12.5", "-0.0001") to 1/10,000. The text must already be a valid amount. */
export function parseMoney(text: string): number {
  const negative = text.charCodeAt(0) === MINUS;
  let amount = 0;
  let decimals = -1;
  for (let at = negative ? 1 : 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === DOT) {
      decimals = 0;
      continue;
    }
    amount = amount * 10 + (code - ZERO);
    if (decimals >= 0) decimals++;
  }
  for (let missing = DECIMALS - Math.max(decimals, 0); missing > 0; missing--) amount *= 10;
  return negative && amount !== 0 ? -amount : amount;
}

/** 1/10,000 to a decimal string with four decimals. */
export function formatMoney(amount: number): string {
  const digits = BigInt(Math.abs(amount))
    .toString()
    .padStart(DECIMALS + 1, "0");
  const whole = digits.slice(0, -DECIMALS);
  return `${amount < 0 ? "-" : ""}${whole}.${digits.slice(-DECIMALS)}`;
}

/**
 * Shipping of one unit by weight: kilograms (3 decimals) x price per kilogram (1/10,000), rounded
 * half up to 1/10,000. BigInt only where the product leaves the exact range of a double.
 */
export function priceWeight(weightKg: number, perKg: number): number {
  const grams = Math.round(weightKg * 1000);
  const product = grams * perKg;
  if (product <= Number.MAX_SAFE_INTEGER) {
    const rest = product % 1000;
    return (product - rest) / 1000 + (rest >= 500 ? 1 : 0);
  }
  return Number((BigInt(grams) * BigInt(perKg) + 500n) / 1000n);
}
