import {
  getVariableValues,
  GraphQLError,
  isInputObjectType,
  isListType,
  isNonNullType,
  print,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { parseGid } from "./gid.ts";

interface Problem {
  path: (string | number)[];
  explanation: string;
  message?: string;
}

/**
 * The variables as the schema wants them, or Shopify's INVALID_VARIABLE errors. A text that is not
 * a gid is no ID to Shopify, wherever in a variable it stands.
 */
export function checkVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Record<string, unknown>,
): { errors: GraphQLError[] } | { values: Record<string, unknown> } {
  const definitions = operation.variableDefinitions ?? [];
  const coerced = getVariableValues(schema, definitions, given);
  if (coerced.errors !== undefined) {
    return { errors: coerced.errors.map((error) => asShopifySaysIt(error, operation, given)) };
  }
  const errors = definitions.flatMap(({ variable, type }) => {
    const name = variable.name.value;
    const inputType = typeFromAST(schema, type as never) as GraphQLInputType | undefined;
    if (inputType === undefined) return [];
    const problems = malformedIds(inputType, coerced.coerced[name], []);
    return problems.length === 0 ? [] : [invalid(name, print(type), given[name], problems)];
  });
  return errors.length > 0 ? { errors } : { values: coerced.coerced };
}

function malformedIds(
  type: GraphQLInputType,
  value: unknown,
  path: (string | number)[],
): Problem[] {
  if (value === null || value === undefined) return [];
  if (isNonNullType(type)) return malformedIds(type.ofType as GraphQLInputType, value, path);
  if (isListType(type)) {
    const inner = type.ofType as GraphQLInputType;
    return (value as unknown[]).flatMap((item, index) =>
      malformedIds(inner, item, [...path, index]),
    );
  }
  if (isInputObjectType(type)) {
    return Object.values(type.getFields()).flatMap((field) =>
      malformedIds(field.type, (value as Record<string, unknown>)[field.name], [
        ...path,
        field.name,
      ]),
    );
  }
  if (type.name !== "ID" || parseGid(String(value)) !== null) return [];
  const explanation = `Invalid global id '${String(value)}'`;
  return [{ path, explanation, message: explanation }];
}

function invalid(name: string, type: string, value: unknown, problems: Problem[]): GraphQLError {
  const [first] = problems;
  const detail =
    first === undefined || first.path.length === 0
      ? ""
      : ` for ${first.path.join(".")} (${first.explanation})`;
  return new GraphQLError(`Variable $${name} of type ${type} was provided invalid value${detail}`, {
    extensions: { code: "INVALID_VARIABLE", value: value ?? null, problems },
  });
}

/** graphql-js: 'Variable "$x" got invalid value 1 at "x.a[0].b"; Reason.' */
function asShopifySaysIt(
  error: GraphQLError,
  operation: OperationDefinitionNode,
  given: Record<string, unknown>,
): GraphQLError {
  const name = /^Variable "\$(\w+)"/.exec(error.message)?.[1] ?? "";
  const definition = operation.variableDefinitions?.find(
    ({ variable }) => variable.name.value === name,
  );
  const place = / at "\w+\.?([^"]*)"/.exec(error.message)?.[1] ?? "";
  const path = place === "" ? [] : place.replaceAll(/\[(\d+)\]/g, ".$1").split(".");
  const reason = error.message.split("; ").slice(1).join("; ");
  const type = definition === undefined ? "" : print(definition.type);
  const explanation = reason === "" ? "Expected value to not be null" : reason;
  return invalid(name, type, given[name], [{ path, explanation }]);
}
