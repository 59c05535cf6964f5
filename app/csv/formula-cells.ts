/**
 * A spreadsheet runs a cell that begins with one of these as a formula, whoever wrote it
 * (OWASP, "CSV Injection"). The apostrophe in front is what spreadsheets themselves use for
 * "this is text"; a text that already looks disarmed gets one more, so that reading undoes writing.
 */
const armed = /^'*[=+\-@\t\r]/;
const disarmed = /^'+[=+\-@\t\r]/;

/** The text as it may stand in a cell of a file that people open in a spreadsheet. */
export function disarmCell(text: string): string {
  return armed.test(text) ? `'${text}` : text;
}

/** What `disarmCell` was given. Anything else is the text itself: `=1+1` stays these four signs. */
export function rearmCell(cell: string): string {
  return disarmed.test(cell) ? cell.slice(1) : cell;
}
