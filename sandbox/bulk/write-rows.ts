interface Connection {
  edges: { node: Record<string, unknown> }[];
}

function isConnection(value: unknown): value is Connection {
  return typeof value === "object" && value !== null && "edges" in value;
}

/**
 * JSON lines of a bulk result: a row per node, each followed by its children's rows, which carry
 * their parent's id as `__parentId`.
 */
export function writeRows(root: unknown): { lines: string[]; rootObjects: number } {
  if (!isConnection(root)) throw new Error("The root of a bulk query is not a connection");
  const lines: string[] = [];
  for (const { node } of root.edges) writeRow(node, null, lines);
  return { lines, rootObjects: root.edges.length };
}

function writeRow(node: Record<string, unknown>, parentId: unknown, lines: string[]): void {
  const fields = Object.entries(node);
  const own = fields.filter(([, value]) => !isConnection(value));
  const row = Object.fromEntries(own);
  lines.push(JSON.stringify(parentId === null ? row : { ...row, __parentId: parentId }));
  for (const [, value] of fields) {
    if (!isConnection(value)) continue;
    for (const edge of value.edges) writeRow(edge.node, node["id"] ?? null, lines);
  }
}
