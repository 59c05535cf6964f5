/** JSON whose integers may be bigints: Shopify's webhook ids are bare integers beyond 2^53. */
export type JsonTree =
  | string
  | number
  | bigint
  | boolean
  | null
  | readonly JsonTree[]
  | { readonly [key: string]: JsonTree };

/** JSON text with every bigint written as an exact bare integer. */
export function writeJson(value: JsonTree): string {
  if (typeof value === "bigint") return value.toString();
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(writeJson).join(",")}]`;
  const members = Object.entries(value).map(
    ([key, member]) => `${JSON.stringify(key)}:${writeJson(member as JsonTree)}`,
  );
  return `{${members.join(",")}}`;
}
