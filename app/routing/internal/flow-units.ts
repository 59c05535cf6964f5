import type { Allocation, AmountBounds, UnitPrice } from "./allocate-units.ts";
import type { Problem } from "./build-problem.ts";

interface Arc {
  readonly from: number;
  readonly to: number;
  readonly price: number;
  free: number;
  readonly reverse: number;
}

interface Graph {
  readonly arcs: Arc[];
  readonly out: number[][];
}

const SOURCE = 0;
const SINK = 1;

/**
 * The transportation problem of the open sites: source -> site (capacity) -> site and SKU (supply)
 * -> line (bounds) -> sink (quantity), solved by successive shortest paths (R. G. Busacker and
 * P. J. Gowen, 1960). Each path is the cheapest for one more unit, so the flow is as large, and then
 * as cheap, as can be. Null when a lower bound cannot be met.
 */
export function flowUnits(
  problem: Problem,
  open: readonly number[],
  bounds: AmountBounds | null,
  price: UnitPrice,
): Allocation | null {
  const { lines } = problem;
  const committed = open.map((site) =>
    lines.map((_, line) => (bounds ? bounds.low[site * lines.length + line]! : 0)),
  );
  const graph: Graph = { arcs: [], out: [[], []] };
  const lineNodes = lines.map(({ quantity }, line) => {
    const missing = quantity - sumColumn(committed, line);
    if (missing < 0) return -1;
    const node = addNode(graph);
    addArc(graph, node, SINK, missing, 0);
    return node;
  });
  if (lineNodes.includes(-1)) return null;
  const amounts: { arc: number; index: number; line: number }[] = [];
  for (let index = 0; index < open.length; index++) {
    const fits = addSite(problem, graph, lineNodes, open[index]!, committed[index]!, {
      bounds,
      price,
      onArc: (arc, line) => amounts.push({ arc, index, line }),
    });
    if (!fits) return null;
  }
  while (augment(graph));
  for (const { arc, index, line } of amounts) {
    committed[index]![line]! += graph.arcs[graph.arcs[arc]!.reverse]!.free;
  }
  const shipped = committed.flat().reduce((total, units) => total + units, 0);
  return { units: committed, short: problem.totalDemand - shipped };
}

interface SiteArcs {
  readonly bounds: AmountBounds | null;
  readonly price: UnitPrice;
  readonly onArc: (arc: number, line: number) => void;
}

/** Adds one site with what its committed units leave free; false when they exceed its limits. */
function addSite(
  problem: Problem,
  graph: Graph,
  lineNodes: readonly number[],
  site: number,
  committed: readonly number[],
  { bounds, price, onArc }: SiteArcs,
): boolean {
  const { lines, skuCount } = problem;
  const used = committed.reduce((total, units) => total + units, 0);
  const capacity = Math.min(problem.capacity[site]!, problem.totalDemand);
  if (used > capacity) return false;
  const siteNode = addNode(graph);
  addArc(graph, SOURCE, siteNode, capacity - used, 0);
  for (let sku = 0; sku < skuCount; sku++) {
    const taken = committed.reduce(
      (sum, units, at) => (lines[at]!.sku === sku ? sum + units : sum),
      0,
    );
    const free = problem.supply[site * skuCount + sku]! - taken;
    if (free < 0) return false;
    if (free === 0) continue;
    const skuNode = addNode(graph);
    addArc(graph, siteNode, skuNode, free, 0);
    for (let line = 0; line < lines.length; line++) {
      if (lines[line]!.sku !== sku) continue;
      const high = bounds ? bounds.high[site * lines.length + line]! : Infinity;
      const room = Math.min(high, lines[line]!.quantity) - committed[line]!;
      if (room <= 0) continue;
      onArc(addArc(graph, skuNode, lineNodes[line]!, room, price(site, line)), line);
    }
  }
  return true;
}

function sumColumn(rows: readonly (readonly number[])[], column: number): number {
  return rows.reduce((total, row) => total + row[column]!, 0);
}

function addNode(graph: Graph): number {
  return graph.out.push([]) - 1;
}

function addArc(graph: Graph, from: number, to: number, free: number, price: number): number {
  const arc = graph.arcs.length;
  graph.arcs.push({ from, to, price, free, reverse: arc + 1 });
  graph.arcs.push({ from: to, to: from, price: -price, free: 0, reverse: arc });
  graph.out[from]!.push(arc);
  graph.out[to]!.push(arc + 1);
  return arc;
}

/** Sends as much as fits along the cheapest path with room (Bellman-Ford); false when there is none. */
function augment(graph: Graph): boolean {
  const via = findCheapestPath(graph);
  if (via[SINK] === -1) return false;
  let room = Infinity;
  for (let node = SINK; node !== SOURCE; node = graph.arcs[via[node]!]!.from) {
    room = Math.min(room, graph.arcs[via[node]!]!.free);
  }
  for (let node = SINK; node !== SOURCE; node = graph.arcs[via[node]!]!.from) {
    const arc = graph.arcs[via[node]!]!;
    arc.free -= room;
    graph.arcs[arc.reverse]!.free += room;
  }
  return true;
}

/** The arc by which each node is reached, -1 where there is no way. */
function findCheapestPath({ arcs, out }: Graph): number[] {
  const price = out.map(() => Infinity);
  const via = out.map(() => -1);
  const waiting = [SOURCE];
  const isWaiting = out.map(() => false);
  price[SOURCE] = 0;
  for (let head = 0; head < waiting.length; head++) {
    const node = waiting[head]!;
    isWaiting[node] = false;
    for (const at of out[node]!) {
      const arc = arcs[at]!;
      if (arc.free === 0 || price[node]! + arc.price >= price[arc.to]!) continue;
      price[arc.to] = price[node]! + arc.price;
      via[arc.to] = at;
      if (isWaiting[arc.to]) continue;
      isWaiting[arc.to] = true;
      waiting.push(arc.to);
    }
  }
  return via;
}
