import { formatMoney } from "#app/format-money.ts";
import type { Difference } from "#app/insights/pilot/statistics/interval.ts";

/** "−$0.42 (−$0.60 to −$0.24)" or "+2.1 points (−1.0 to +5.2)". */
export function describeDifference(
  { value, low, high }: Difference,
  unit: "money" | "share",
  currency: string,
): string {
  const say = (amount: number) => sign(amount) + describe(Math.abs(amount), unit, currency);
  const noun = unit === "share" ? " points" : "";
  return `${say(value)}${noun} (${say(low)} to ${say(high)})`;
}

/** "$12.40" or "8.3 %". */
export function describeAmount(
  value: number | null,
  unit: "money" | "share",
  currency: string,
): string {
  if (value === null) return "–";
  return unit === "money" ? formatMoney(String(value), currency) : `${(value * 100).toFixed(1)} %`;
}

function describe(amount: number, unit: "money" | "share", currency: string): string {
  return unit === "money" ? formatMoney(amount.toFixed(2), currency) : (amount * 100).toFixed(1);
}

function sign(amount: number): string {
  if (Math.abs(amount) < 0.0005) return "";
  return amount > 0 ? "+" : "−";
}
