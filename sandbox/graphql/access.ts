import { readFileSync } from "node:fs";
import {
  getNamedType,
  GraphQLError,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
} from "graphql";

interface Requirement {
  requiredAccess: string;
  offlineScopes: string[];
}

const REQUIREMENTS = JSON.parse(
  readFileSync(new URL("../schema/access-scopes.json", import.meta.url), "utf8"),
) as Record<string, Requirement>;

/** The type a field leads to: for a connection, that of its nodes. */
function targetType(field: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(field.type);
  if (isObjectType(named) && named.name.endsWith("Connection")) {
    const nodes = named.getFields()["nodes"];
    if (nodes !== undefined) return getNamedType(nodes.type).name;
  }
  return named.name;
}

/** What a field asks of the token: its own requirement, and that of the type it leads to. */
export function requirementsOf(
  type: GraphQLObjectType,
  field: GraphQLField<unknown, unknown>,
): Requirement[] {
  const own = REQUIREMENTS[`${type.name}.${field.name}`];
  const target = REQUIREMENTS[targetType(field)];
  return [own, target].filter((requirement) => requirement !== undefined);
}

/** Shopify's error for a missing scope, or null when the token has one of those that do. */
export function accessDenied(
  fieldName: string,
  requirements: readonly Requirement[],
  scopes: ReadonlySet<string>,
): GraphQLError | null {
  for (const { requiredAccess, offlineScopes } of requirements) {
    if (offlineScopes.length === 0 || offlineScopes.some((scope) => scopes.has(scope))) continue;
    return new GraphQLError(
      `Access denied for ${fieldName} field. Required access: ${requiredAccess}`,
      {
        extensions: {
          code: "ACCESS_DENIED",
          documentation: "https://shopify.dev/api/usage/access-scopes",
          requiredAccess,
        },
      },
    );
  }
  return null;
}
