import type { CostNode } from "./cost-tree.ts";

const MUTATION_COST = 10;
const ROOT_COUNT_COST = 10;
const CONNECTION_BASE_COST = 2;

/** Points an operation asks for, with these variables. */
export function requestedCost(
  tree: readonly CostNode[],
  variables: Record<string, unknown>,
): number {
  return sum(tree.map((node) => requestedOf(node, variables)));
}

function requestedOf(node: CostNode, variables: Record<string, unknown>): number {
  switch (node.kind) {
    case "mutation":
      return (
        MUTATION_COST + sum(node.children.map(({ children }) => requestedCost(children, variables)))
      );
    case "rootCount":
      return ROOT_COUNT_COST;
    case "free":
      return 0;
    case "object":
      return 1 + requestedCost(node.children, variables);
    case "connection": {
      const perNode = 1 + requestedCost(nodeFields(node), variables);
      return CONNECTION_BASE_COST + factor(pageSize(node.size, variables)) * perNode;
    }
  }
}

/** Points an answer cost: as requested, with the nodes that came back instead of the page size. */
export function actualCost(tree: readonly CostNode[], data: unknown): number {
  return sum(tree.map((node) => actualOf(node, memberOf(data, node.responseName))));
}

function actualOf(node: CostNode, value: unknown): number {
  if (value === null || value === undefined) return node.kind === "mutation" ? MUTATION_COST : 0;
  switch (node.kind) {
    case "mutation":
      return MUTATION_COST + sum(node.children.map((child) => insideOf(child, value)));
    case "rootCount":
      return ROOT_COUNT_COST;
    case "free":
      return 0;
    case "object":
      return 1 + largest(node.children, Array.isArray(value) ? value : [value]);
    case "connection":
      return CONNECTION_BASE_COST + connectionCost(node, value);
  }
}

/** The children of a payload's object; the object itself is free. */
function insideOf(child: CostNode, payload: unknown): number {
  const value = memberOf(payload, child.responseName);
  if (value === null || value === undefined) return 0;
  return largest(child.children, Array.isArray(value) ? value : [value]);
}

function connectionCost(node: CostNode, value: unknown): number {
  const nodes = nodesIn(node, value);
  if (nodes.length === 0) return 0;
  return factor(nodes.length) * (1 + largest(nodeFields(node), nodes));
}

/** A list of objects costs what its dearest member does, once. */
function largest(children: readonly CostNode[], values: readonly unknown[]): number {
  return values.reduce<number>((most, value) => Math.max(most, actualCost(children, value)), 0);
}

/** What is selected of a connection's nodes, through `nodes` or `edges { node }`. */
function nodeFields({ children }: CostNode): CostNode[] {
  return children.flatMap((child) =>
    child.kind === "free" ? child.children.flatMap((inner) => inner.children) : child.children,
  );
}

function nodesIn({ children }: CostNode, value: unknown): unknown[] {
  for (const child of children) {
    const list = memberOf(value, child.responseName);
    if (!Array.isArray(list)) continue;
    const [node] = child.children;
    if (child.kind !== "free") return list;
    return node === undefined ? list : list.map((edge) => memberOf(edge, node.responseName));
  }
  return [];
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function pageSize(size: CostNode["size"], variables: Record<string, unknown>): number {
  if (size === null || typeof size === "number") return size ?? 0;
  const value = variables[size.variable];
  return typeof value === "number" ? value : size.fallback;
}

function factor(nodes: number): number {
  return Math.max(1, Math.floor(2 * Math.log(Math.max(1, nodes))));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
