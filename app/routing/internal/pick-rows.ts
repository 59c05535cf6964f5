import { lendNumbers, type Memory } from "./lend-numbers.ts";

/** Some rows of a matrix `[row * width + column]`, in the order given. */
export function pickRows(
  memory: Memory,
  matrix: Float64Array,
  rows: readonly number[],
  width: number,
): Float64Array {
  const picked = lendNumbers(memory, rows.length * width);
  for (let at = 0; at < rows.length; at++) {
    const from = rows[at]! * width;
    for (let column = 0; column < width; column++) {
      picked[at * width + column] = matrix[from + column]!;
    }
  }
  return picked;
}
