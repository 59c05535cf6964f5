/** Some rows of a matrix `[row * width + column]`, in the order given. */
export function pickRows(
  matrix: Float64Array,
  rows: readonly number[],
  width: number,
): Float64Array {
  const picked = new Float64Array(rows.length * width);
  for (let at = 0; at < rows.length; at++) {
    const from = rows[at]! * width;
    for (let column = 0; column < width; column++) {
      picked[at * width + column] = matrix[from + column]!;
    }
  }
  return picked;
}
