/** The first letter a capital one, the rest as it is: for names that begin a line. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
