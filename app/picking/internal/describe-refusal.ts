import type { UserError } from "../../shopify/mutation-result.ts";

/** Shopify's refusal in its own words. */
export function describeRefusal({ errors }: { readonly errors: readonly UserError[] }): string {
  return errors.map((error) => error.message).join(" ");
}
