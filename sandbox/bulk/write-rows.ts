interface Connection {
  edges: { node: Record<string, unknown> }[];
}

function isConnection(value: unknown): value is Connection {
  return typeof value === "object" && value !== null && "edges" in value;
}

/**
 * JSON lines of a bulk result: a row per node, each followed by its children's rows, which carry
 * their parent's id as `__parentId`. The parent is the node whose row it is: a connection inside one
 * of its objects (a variant's `inventoryItem.inventoryLevels`) has the variant as parent, and is left
 * out of the object.
 */
export function writeRows(root: unknown): { lines: string[]; rootObjects: number } {
  if (!isConnection(root)) throw new Error("The root of a bulk query is not a connection");
  const lines: string[] = [];
  for (const { node } of root.edges) writeRow(node, null, lines);
  return { lines, rootObjects: root.edges.length };
}

function writeRow(node: Record<string, unknown>, parentId: unknown, lines: string[]): void {
  const connections: Connection[] = [];
  const row = withoutConnections(node, connections);
  lines.push(JSON.stringify(parentId === null ? row : { ...row, __parentId: parentId }));
  for (const { edges } of connections) {
    for (const edge of edges) writeRow(edge.node, node["id"] ?? null, lines);
  }
}

/** The object as it stands in its row; the connections met in it, at any depth, are set aside. */
function withoutConnections(
  object: Record<string, unknown>,
  setAside: Connection[],
): Record<string, unknown> {
  const kept: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(object)) {
    if (isConnection(value)) setAside.push(value);
    else kept[name] = isObject(value) ? withoutConnections(value, setAside) : value;
  }
  return kept;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
