import type { Difference } from "./interval.ts";
import { studentQuantile } from "./student-quantile.ts";

export interface Sample {
  readonly count: number;
  readonly mean: number;
  /** Unbiased: divided by count - 1. */
  readonly variance: number;
}

/** Fewer than these on either side give no interval worth the name. */
export const FEWEST = 5;

/**
 * The difference of two means with its 95 % interval, not assuming that both sides vary alike: B. L.
 * Welch, "The generalization of Student's problem when several different population variances are
 * involved", Biometrika 34, 1947, with Satterthwaite's degrees of freedom. Null for fewer than five.
 */
export function compareMeans(control: Sample, treatment: Sample): Difference | null {
  if (control.count < FEWEST || treatment.count < FEWEST) return null;
  const value = treatment.mean - control.mean;
  const [ours, theirs] = [treatment, control].map(({ variance, count }) => variance / count);
  const sum = ours! + theirs!;
  if (sum === 0) return { value, low: value, high: value };
  const freedom =
    sum ** 2 / (ours! ** 2 / (treatment.count - 1) + theirs! ** 2 / (control.count - 1));
  const reach = studentQuantile(freedom) * Math.sqrt(sum);
  return { value, low: value - reach, high: value + reach };
}
