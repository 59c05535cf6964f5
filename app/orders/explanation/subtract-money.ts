/** a - b of decimal strings with up to 4 decimals, exactly (in ten-thousandths), with 4 decimals. */
export function subtractMoney(a: string, b: string): string {
  return ((toTenThousandths(a) - toTenThousandths(b)) / 10_000).toFixed(4);
}

function toTenThousandths(amount: string): number {
  return Math.round(Number(amount) * 10_000);
}
