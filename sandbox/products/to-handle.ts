/** The part of an address Shopify makes of a title: lower case, words joined by hyphens. */
export function toHandle(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z0-9]+/g, "-");
}
