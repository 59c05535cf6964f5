import { AuthScopes } from "@shopify/shopify-api";

/** Scopes the app asks for (comma-separated) and has not; a write scope includes its read scope. */
export function missingScopes(wanted: string, granted: readonly string[]): string[] {
  const has = new AuthScopes([...granted]);
  return wanted.split(",").filter((scope) => !has.has(scope));
}
