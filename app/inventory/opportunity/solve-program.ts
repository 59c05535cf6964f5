import loadHighs from "highs";
import type { Program } from "./write-program.ts";

/** Dual prices of a program's shelves, in its order: what one more unit there would save, >= 0. */
export type SolveProgram = (program: Program) => number[];

let highs: ReturnType<typeof loadHighs> | undefined;

/** HiGHS (J. Hall and others, highs.dev) as a function. Throws when a program has no optimum. */
export async function loadSolver(): Promise<SolveProgram> {
  highs ??= loadHighs();
  const { solve } = await highs;
  return ({ text, shelves }) => {
    const solution = solve(text);
    if (solution.Status !== "Optimal") throw new Error(`HiGHS: ${solution.Status}`);
    // A row "<= units" has a dual of at most 0: more units make a least cost smaller.
    const rows = solution.Rows.slice(solution.Rows.length - shelves.length);
    return rows.map((row) => ("Dual" in row ? Math.max(0, -Number(row.Dual)) : 0));
  };
}
