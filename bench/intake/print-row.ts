/** One line of a report: what, measured, target. */
export function printRow(what: string, measured: string, target: string): void {
  console.log(`  ${what.padEnd(46)} ${measured.padStart(24)}   ${target}`);
}
