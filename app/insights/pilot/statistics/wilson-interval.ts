import { Z } from "./interval.ts";

export interface Share {
  readonly count: number;
  /** How many of them. */
  readonly hits: number;
}

/**
 * Where a share lies with 95 % confidence, right for small samples and for shares of none or all: E. B.
 * Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22, 1927.
 */
export function wilsonInterval({ count, hits }: Share): {
  readonly low: number;
  readonly high: number;
} {
  const share = hits / count;
  const z2 = Z * Z;
  const center = share + z2 / (2 * count);
  const reach = Z * Math.sqrt((share * (1 - share)) / count + z2 / (4 * count * count));
  const scale = 1 + z2 / count;
  return {
    low: Math.max(0, (center - reach) / scale),
    high: Math.min(1, (center + reach) / scale),
  };
}
