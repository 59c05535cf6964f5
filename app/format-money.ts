/**
 * A decimal string in the shop's currency, as its people write it: "$1,204.50". Costs keep a third
 * and fourth decimal only where they would otherwise round to nothing.
 */
export function formatMoney(amount: string, currency: string): string {
  const value = Number(amount);
  const tiny = value !== 0 && Math.abs(value) < 0.005;
  return new Intl.NumberFormat("en-US", {
    style: "currency",
    currency,
    ...(tiny ? { minimumFractionDigits: 2, maximumFractionDigits: 4 } : {}),
  }).format(value);
}
