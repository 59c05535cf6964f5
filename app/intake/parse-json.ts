/**
 * Parses JSON without losing digits: whole numbers beyond 2^53 become strings. Shopify's numeric ids
 * are already beyond it. (JSON.parse source text access, ECMAScript 2026.)
 */
export function parseJson(text: string): unknown {
  return JSON.parse(text, keepDigits as (key: string, value: unknown) => unknown) as unknown;
}

function keepDigits(_key: string, value: unknown, context?: { source?: string }): unknown {
  if (typeof value !== "number" || Number.isSafeInteger(value)) return value;
  const source = context?.source ?? "";
  return /^-?\d+$/.test(source) ? source : value;
}
