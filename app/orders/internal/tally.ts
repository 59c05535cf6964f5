/** Sums units by key; keys whose sum is zero are kept. */
export function tally<T>(
  rows: Iterable<T>,
  keyOf: (row: T) => string,
  unitsOf: (row: T) => number,
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row);
    sums.set(key, (sums.get(key) ?? 0) + unitsOf(row));
  }
  return sums;
}
