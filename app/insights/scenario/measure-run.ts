import type { RouteOptions } from "#app/routing/route-order.ts";

/** Microseconds per order to plan and proof, and from there to the explanation. */
export interface RunTiming {
  readonly orders: number;
  readonly decideUs: Percentiles;
  readonly explainUs: Percentiles;
}

interface Percentiles {
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/** A stopwatch for a run: lends the engine a clock and collects both parts of each decision. */
export function measureRun(nowMs: () => number) {
  const decide: number[] = [];
  const explain: number[] = [];
  let startedAt = 0;
  let plannedAt = 0;
  return {
    /** To be called for each order just before it is decided. */
    routing(): RouteOptions {
      startedAt = nowMs();
      const onPlanned = () => {
        plannedAt = nowMs();
      };
      return { elapsedMs: () => nowMs() - startedAt, onPlanned };
    },
    /** To be called as soon as the decision is there. */
    onDecided(): void {
      const decidedAt = nowMs();
      decide.push((plannedAt - startedAt) * 1000);
      explain.push((decidedAt - plannedAt) * 1000);
    },
    timing: (): RunTiming => ({
      orders: decide.length,
      decideUs: findPercentiles(decide),
      explainUs: findPercentiles(explain),
    }),
  };
}

/** Nearest-rank percentiles in whole microseconds; zeros without values. */
function findPercentiles(values: readonly number[]): Percentiles {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    Math.round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0);
  return { p50: at(0.5), p99: at(0.99), max: at(1) };
}
