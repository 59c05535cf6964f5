/**
 * The longest run of places that still follow one another, of places given in their new order: what is
 * not in it was moved. The longest increasing subsequence, by the textbook O(n²) recurrence; of several
 * the one that ends first.
 */
export function findKept(places: readonly number[]): number[] {
  const runs: number[][] = [];
  for (const [at, place] of places.entries()) {
    const before = places.slice(0, at).flatMap((other, index) => {
      return other < place ? [runs[index]!] : [];
    });
    runs.push([...longest(before), place]);
  }
  return longest(runs);
}

function longest(runs: readonly number[][]): number[] {
  return runs.reduce((best, run) => (run.length > best.length ? run : best), []);
}
