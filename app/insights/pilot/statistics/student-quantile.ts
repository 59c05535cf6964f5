import { Z } from "./interval.ts";

/**
 * Student's t with 97.5 % below it, for degrees of freedom from 4 on: right to three digits there. The
 * expansion around the normal quantile of M. Abramowitz and I. A. Stegun, "Handbook of Mathematical
 * Functions", 26.7.5.
 */
export function studentQuantile(degreesOfFreedom: number): number {
  const n = degreesOfFreedom;
  const z2 = Z * Z;
  const first = (z2 + 1) / 4;
  const second = (5 * z2 ** 2 + 16 * z2 + 3) / 96;
  const third = (3 * z2 ** 3 + 19 * z2 ** 2 + 17 * z2 - 15) / 384;
  const fourth = (79 * z2 ** 4 + 776 * z2 ** 3 + 1482 * z2 ** 2 - 1920 * z2 - 945) / 92_160;
  return Z * (1 + first / n + second / n ** 2 + third / n ** 3 + fourth / n ** 4);
}
