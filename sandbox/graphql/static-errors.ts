import {
  GraphQLError,
  Kind,
  visit,
  type ArgumentNode,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type OperationDefinitionNode,
} from "graphql";

interface Wording {
  pattern: RegExp;
  code: string;
  /** The message from the pattern's groups. */
  message: (...groups: string[]) => string;
  extensions?: (...groups: string[]) => Record<string, string>;
}

/** graphql-js finds the faults; these say them as Shopify's server does. */
const WORDINGS: readonly Wording[] = [
  {
    pattern: /^Cannot query field "(\w+)" on type "(\w+)"/,
    code: "undefinedField",
    message: (field, type) => `Field '${field}' doesn't exist on type '${type}'`,
    extensions: (field = "", type = "") => ({ typeName: type, fieldName: field }),
  },
  {
    pattern: /^Unknown argument "(\w+)" on field "\w+\.(\w+)"/,
    code: "argumentNotAccepted",
    message: (argument, field) => `Field '${field}' doesn't accept argument '${argument}'`,
    extensions: (argument = "", field = "") => ({
      name: field,
      typeName: "Field",
      argumentName: argument,
    }),
  },
  {
    pattern:
      /^Argument "(\w+)" of required type .+ was not provided|^Field "(\w+)" argument "(\w+)"/,
    code: "missingRequiredArguments",
    message: (one, field, other) =>
      `Field '${field ?? ""}' is missing required arguments: ${other ?? one ?? ""}`,
    extensions: (one = "", field = "", other = "") => ({
      className: "Field",
      name: field,
      arguments: other === "" ? one : other,
    }),
  },
  {
    pattern: /^Field "(\w+)\.(\w+)" of required type "(.+)" was not provided/,
    code: "missingRequiredInputObjectAttribute",
    message: (type, field, expected) =>
      `Argument '${field}' on InputObject '${type}' is required. Expected type ${expected}`,
    extensions: (type = "", field = "", expected = "") => ({
      argumentName: field,
      argumentType: expected,
      inputObjectType: type,
    }),
  },
  {
    pattern: /^Field "(\w+)" is not defined by type "(\w+)"/,
    code: "argumentNotAccepted",
    message: (field, type) => `InputObject '${type}' doesn't accept argument '${field}'`,
    extensions: (field = "", type = "") => ({
      name: type,
      typeName: "InputObject",
      argumentName: field,
    }),
  },
  {
    pattern: /^Unknown type "(\w+)"/,
    code: "undefinedType",
    message: (type) => `${type} isn't a defined input type (on $variable)`,
    extensions: (type = "") => ({ typeName: type }),
  },
  {
    pattern: /^Unknown directive "@(\w+)"/,
    code: "undefinedDirective",
    message: (directive) => `Directive @${directive} is not defined`,
    extensions: (directive = "") => ({ directiveName: directive }),
  },
  {
    pattern: /^Variable "\$(\w+)" is never used(?: in operation "(\w+)")?/,
    code: "variableNotUsed",
    message: (variable, operation) =>
      `Variable $${variable} is declared by ${operation ?? "anonymous query"} but not used`,
    extensions: (variable = "") => ({ variableName: variable }),
  },
  {
    pattern: /cannot represent|^Value .+ does not exist in|^Enum "|^Expected value of type/,
    code: "argumentLiteralsIncompatible",
    message: () => "",
  },
];

/** A static fault as Shopify reports it: its message, code and the path from the operation. */
export function inShopifysWords(error: GraphQLError, document: DocumentNode): GraphQLError {
  const path = pathTo(error.nodes?.[0], document);
  for (const { pattern, code, message, extensions } of WORDINGS) {
    const match = pattern.exec(error.message);
    if (match === null) continue;
    const groups = match.slice(1);
    const text = code === "missingRequiredArguments" ? missing(error) : message(...groups);
    return new GraphQLError(text === "" ? incompatible(error, document) : text, {
      nodes: error.nodes ?? null,
      path,
      extensions: { code, ...extensions?.(...groups) },
    });
  }
  return new GraphQLError(error.message, { nodes: error.nodes ?? null, path });
}

function missing(error: GraphQLError): string {
  const [, field, argument] = /Field "(\w+)" argument "(\w+)"/.exec(error.message) ?? [];
  return `Field '${field ?? ""}' is missing required arguments: ${argument ?? ""}`;
}

/** "Argument 'first' on Field 'orders' has an invalid value (\"x\"). Expected type 'Int'." */
function incompatible(error: GraphQLError, document: DocumentNode): string {
  const value = error.nodes?.[0];
  const owners = ancestorsOf(value, document);
  const field = owners.findLast((node) => node.kind === Kind.FIELD);
  const argument = owners.findLast((node) => node.kind === Kind.ARGUMENT);
  const expected = /(\w+) cannot represent|"(\w+)"/.exec(error.message)?.find((_, at) => at > 0);
  return (
    `Argument '${nameOf(argument)}' on Field '${nameOf(field)}' has an invalid value ` +
    `(${textOf(value)}). Expected type '${expected ?? ""}'.`
  );
}

function nameOf(node: FieldNode | ArgumentNode | undefined): string {
  return node?.name.value ?? "";
}

function textOf(node: ASTNode | undefined): string {
  return node?.loc?.source.body.slice(node.loc.start, node.loc.end) ?? "";
}

function ancestorsOf(target: ASTNode | undefined, document: DocumentNode): ASTNode[] {
  let found: ASTNode[] = [];
  visit(document, {
    enter: (node, _key, parent, _path, ancestors) => {
      if (node !== target) return;
      found = [...ancestors, parent ?? []].filter(isNode).concat(node);
    },
  });
  return found;
}

function isNode(value: ASTNode | readonly ASTNode[]): value is ASTNode {
  return !Array.isArray(value);
}

/** `["query Name", "field", "field"]`: the way from the operation to the faulty node. */
function pathTo(target: ASTNode | undefined, document: DocumentNode): string[] {
  return ancestorsOf(target, document).flatMap((node) => {
    if (node.kind === Kind.OPERATION_DEFINITION) return [operationTitle(node)];
    if (node.kind === Kind.FIELD) return [node.alias?.value ?? node.name.value];
    return node.kind === Kind.ARGUMENT ? [node.name.value] : [];
  });
}

function operationTitle({ operation, name }: OperationDefinitionNode): string {
  return name === undefined ? operation : `${operation} ${name.value}`;
}
