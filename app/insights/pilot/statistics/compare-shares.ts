import { FEWEST } from "./compare-means.ts";
import type { Difference } from "./interval.ts";
import type { Share } from "./wilson-interval.ts";
import { wilsonInterval } from "./wilson-interval.ts";

/**
 * The difference of two shares with its 95 % interval, built from the Wilson interval of each: method 10
 * of R. G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics
 * in Medicine 17, 1998. Null for fewer than five on a side.
 */
export function compareShares(control: Share, treatment: Share): Difference | null {
  if (control.count < FEWEST || treatment.count < FEWEST) return null;
  const [ours, theirs] = [treatment.hits / treatment.count, control.hits / control.count];
  const [our, their] = [wilsonInterval(treatment), wilsonInterval(control)];
  const value = ours - theirs;
  return {
    value,
    low: value - Math.hypot(ours - our.low, their.high - theirs),
    high: value + Math.hypot(our.high - ours, theirs - their.low),
  };
}
