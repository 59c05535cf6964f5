import {
  GraphQLError,
  Kind,
  parse,
  type DocumentNode,
  type OperationDefinitionNode,
} from "graphql";
import { adminSchema } from "./admin-schema.ts";
import { costTree, type CostNode } from "./cost-tree.ts";
import { validateRequest } from "./validate-request.ts";

export interface PreparedOperation {
  definition: OperationDefinitionNode;
  cost: CostNode[];
}

/** A document parsed, checked and measured; or what is wrong with it. */
export type PreparedDocument =
  | { errors: readonly GraphQLError[] }
  | { document: DocumentNode; operations: ReadonlyMap<string, PreparedOperation> };

const MAX_REMEMBERED = 1000;
const remembered = new Map<string, PreparedDocument>();

/** Prepares a document once per text: an app sends the same few texts over and over. */
export function prepareDocument(text: string): PreparedDocument {
  const known = remembered.get(text);
  if (known !== undefined) return known;
  if (remembered.size >= MAX_REMEMBERED) remembered.clear();
  const prepared = prepare(text);
  remembered.set(text, prepared);
  return prepared;
}

function prepare(text: string): PreparedDocument {
  let document: DocumentNode;
  try {
    document = parse(text);
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error] };
    throw error;
  }
  const errors = validateRequest(document);
  if (errors.length > 0) return { errors };
  const { schema } = adminSchema();
  const operations = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.OPERATION_DEFINITION)
      .map((definition) => [
        definition.name?.value ?? "",
        { definition, cost: costTree(schema, document, definition) },
      ]),
  );
  return { document, operations };
}

/** The operation asked for: by name, or the only one. */
export function chooseOperation(
  operations: ReadonlyMap<string, PreparedOperation>,
  name: string | undefined,
): PreparedOperation | GraphQLError {
  if (name !== undefined && name !== "") {
    return operations.get(name) ?? new GraphQLError(`No operation named "${name}"`);
  }
  const [only, ...more] = operations.values();
  if (only === undefined || more.length > 0) {
    return new GraphQLError("An operation name is required");
  }
  return only;
}
