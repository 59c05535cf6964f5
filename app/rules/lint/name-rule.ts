/** A rule's name as messages show it: “delicate goods”. */
export function nameRule({ id }: { readonly id: string }): string {
  return `“${id}”`;
}
