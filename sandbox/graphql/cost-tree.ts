import {
  getNamedType,
  isCompositeType,
  isObjectType,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from "graphql";

/**
 * One field of a query as the cost sees it. Formula fitted on recorded traffic (exact for 92 % of
 * 3,279 answers): scalar 0; object 1 + children; money 0; connection 2 + k(n) (1 + children) with
 * k(n) = max(1, floor(2 ln n)); edges and pageInfo 0; mutation 10 + the children of its payload's
 * objects; a root "...Count" 10.
 */
export interface CostNode {
  responseName: string;
  kind: "object" | "free" | "connection" | "mutation" | "rootCount";
  /** Page size of a connection: a number, or the variable that holds it. */
  size: number | { variable: string; fallback: number } | null;
  children: CostNode[];
}

const FREE_TYPES = new Set(["MoneyV2", "MoneyBag", "PageInfo"]);

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>;

/** The cost tree of an operation; computed once per document text. */
export function costTree(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CostNode[] {
  const typeOf = namedTypes(schema, document);
  const fragments: Fragments = new Map(
    document.definitions
      .filter((definition) => definition.kind === Kind.FRAGMENT_DEFINITION)
      .map((fragment) => [fragment.name.value, fragment]),
  );
  const defaults = defaultSizes(operation);
  const build = (selections: SelectionSetNode | undefined, isRoot: boolean): CostNode[] =>
    fieldsOf(selections, fragments).flatMap((field) => {
      const type = typeOf.get(field);
      if (type === undefined || !isCompositeType(type)) return [];
      const kind = isRoot ? rootKind(operation, type.name) : kindOf(type);
      return [
        {
          responseName: field.alias?.value ?? field.name.value,
          kind,
          size: kind === "connection" ? sizeOf(field, defaults) : null,
          children: build(field.selectionSet, false),
        },
      ];
    });
  return build(operation.selectionSet, true);
}

function namedTypes(schema: GraphQLSchema, document: DocumentNode): Map<ASTNode, GraphQLNamedType> {
  const types = new Map<ASTNode, GraphQLNamedType>();
  const typeInfo = new TypeInfo(schema);
  const Field = (node: FieldNode): void => {
    const type = typeInfo.getType();
    if (type != null) types.set(node, getNamedType(type));
  };
  visit(document, visitWithTypeInfo(typeInfo, { Field }));
  return types;
}

function fieldsOf(selections: SelectionSetNode | undefined, fragments: Fragments): FieldNode[] {
  return (selections?.selections ?? []).flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      return fieldsOf(selection.selectionSet, fragments);
    }
    return fieldsOf(fragments.get(selection.name.value)?.selectionSet, fragments);
  });
}

function rootKind({ operation }: OperationDefinitionNode, typeName: string): CostNode["kind"] {
  if (operation === "mutation") return "mutation";
  if (typeName === "Count") return "rootCount";
  return typeName.endsWith("Connection") ? "connection" : "object";
}

function kindOf(type: GraphQLNamedType): CostNode["kind"] {
  if (FREE_TYPES.has(type.name)) return "free";
  if (!isObjectType(type)) return "object";
  if (type.name.endsWith("Edge")) return "free";
  return type.name.endsWith("Connection") ? "connection" : "object";
}

function defaultSizes({ variableDefinitions }: OperationDefinitionNode): Map<string, number> {
  return new Map(
    (variableDefinitions ?? []).map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue?.kind === Kind.INT ? Number(defaultValue.value) : 0,
    ]),
  );
}

function sizeOf(field: FieldNode, defaults: ReadonlyMap<string, number>): CostNode["size"] {
  const argument = field.arguments?.find(({ name }) => ["first", "last"].includes(name.value));
  if (argument?.value.kind === Kind.INT) return Number(argument.value.value);
  if (argument?.value.kind !== Kind.VARIABLE) return 0;
  const variable = argument.value.name.value;
  return { variable, fallback: defaults.get(variable) ?? 0 };
}
