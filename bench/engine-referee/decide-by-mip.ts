import loadHighs from "highs";
import { type Order, type State, STRICT } from "./contract-world.ts";
import { type Measures, measureShares, type Share } from "./evaluate-plan.ts";
import type { GeneratedScenario } from "./generate-scenario.ts";
import { writeMip } from "./write-mip.ts";

/**
 * A referee for worlds too large to try every plan: HiGHS presses the criteria one after the other
 * over whole orders, under the rules as they stand. Gives the values of the criteria, measured by
 * the evaluator on the rounded solution; null when no plan fills the order.
 */
export async function makeMipReferee() {
  const highs = await loadHighs();
  // A few programs fail in presolve ("HiGHS error -1") and are solved without it.
  const press = (text: string) => {
    const options = { mip_rel_gap: 0, mip_abs_gap: 0.4 };
    try {
      return highs.solve(text, options);
    } catch {
      return highs.solve(text, { ...options, presolve: "off" });
    }
  };
  return (
    scenario: GeneratedScenario,
    order: Order,
    state: State,
    criteria: readonly (keyof Measures & string)[],
  ): number[] | null => {
    const mip = writeMip(scenario, order, state, STRICT);
    if (mip.places.length === 0) return null;
    const goals: string[] = [];
    const values: number[] = [];
    for (const criterion of criteria) {
      const term = mip.terms[criterion]!;
      const text = [
        "Minimize",
        ` obj: ${term}`,
        "Subject To",
        ...[...mip.rows, ...goals].map((row, at) => ` r${at}: ${row}`),
        "General",
        ` ${mip.integers.join(" ")}`,
        "Binary",
        ` ${mip.binaries.join(" ")}`,
        "End",
      ].join("\n");
      const solution = press(text);
      if (solution.Status !== "Optimal") return null;
      const columns = solution.Columns as Record<string, { Primal: number }>;
      const shares: Share[] = mip.places.flatMap(({ id }, l) =>
        order.lines.flatMap((line, j) => {
          const quantity = Math.round(columns[`x_${l}_${j}`]!.Primal);
          return quantity > 0 ? [{ locationId: id, lineId: line.id, quantity }] : [];
        }),
      );
      const value = Number(measureShares(scenario, order, shares)[criterion]);
      values.push(value);
      const penalty =
        criterion === "lowest_cost" ? Math.round(Number(scenario.splitPenalty) * 1e4) : 0;
      goals.push(`${term} <= ${value + penalty + 0.4}`);
    }
    return values;
  };
}
