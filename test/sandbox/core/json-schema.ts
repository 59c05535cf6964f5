/** The part of JSON Schema that Shopify's published webhook schemas use. */
export interface JsonSchema {
  type?: string | string[];
  format?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema | false;
  anyOf?: JsonSchema[];
}

const FORMATS: Record<string, RegExp> = {
  "date-time": /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/,
  uri: /^[a-z]+:\/\/\S+$/,
  email: /^\S+@\S+$/,
};

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}

/** Paths at which a value breaks a schema, each with the reason. Unknown properties break it too. */
export function breaches(schema: JsonSchema, value: unknown, path = "$"): string[] {
  if (schema.anyOf !== undefined) {
    const fits = schema.anyOf.some((one) => breaches(one, value, path).length === 0);
    return fits ? [] : [`${path}: fits none of anyOf`];
  }
  const type = typeOf(value);
  const allowed = [schema.type ?? type].flat();
  if (!isAllowed(type, allowed)) return [`${path}: ${type} instead of ${allowed.join("|")}`];
  if (type === "string") return formatBreaches(schema, value as string, path);
  if (type === "array") return itemBreaches(schema, value as unknown[], path);
  return type === "object" ? memberBreaches(schema, value as Record<string, unknown>, path) : [];
}

function isAllowed(type: string, allowed: readonly string[]): boolean {
  return allowed.includes(type) || (type === "integer" && allowed.includes("number"));
}

function formatBreaches({ format }: JsonSchema, value: string, path: string): string[] {
  const pattern = FORMATS[format ?? ""];
  return pattern === undefined || pattern.test(value) ? [] : [`${path}: not a ${format ?? ""}`];
}

function itemBreaches({ items }: JsonSchema, values: unknown[], path: string): string[] {
  if (items === undefined || items === false) return [];
  return values.flatMap((item, index) => breaches(items, item, `${path}[${index}]`));
}

function memberBreaches(
  { properties = {}, required = [] }: JsonSchema,
  value: Record<string, unknown>,
  path: string,
): string[] {
  const missing = required.filter((name) => !(name in value));
  return [
    ...missing.map((name) => `${path}.${name}: missing`),
    ...Object.entries(value).flatMap(([name, member]) => {
      const schema = properties[name];
      return schema === undefined
        ? [`${path}.${name}: unknown`]
        : breaches(schema, member, `${path}.${name}`);
    }),
  ];
}
