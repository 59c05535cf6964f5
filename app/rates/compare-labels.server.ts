import type { Tx } from "#app/db.server.ts";

/** Real label costs of one service and distance against the card's, over a number of labels. */
export interface LabelComparison {
  readonly service: string;
  readonly zone: number;
  /** Labels compared. */
  readonly labels: number;
  /** Averages, 4 decimals. */
  readonly estimate: string;
  readonly cost: string;
  /** Real cost over the estimate, in percent; null where the card says it is free. */
  readonly differencePercent: number | null;
}

export interface LabelReport {
  readonly rows: readonly LabelComparison[];
  readonly labels: number;
  readonly unmatched: number;
  /** A few of those, with the reason. */
  readonly examples: readonly { readonly orderName: string; readonly because: string }[];
  readonly importedAt: string | null;
}

const mostExamples = 10;

/** What labels cost beside what their decisions' cards said, by service and distance. */
export async function compareLabels(tx: Tx, shopId: string): Promise<LabelReport> {
  const rows = await tx.labelCost.groupBy({
    by: ["service", "zone"],
    where: { shopId, unmatched: "" },
    _count: true,
    _avg: { cost: true, estimate: true },
    orderBy: [{ service: "asc" }, { zone: "asc" }],
  });
  const unmatched = { shopId, unmatched: { not: "" } };
  const examples = await tx.labelCost.findMany({
    where: unmatched,
    orderBy: [{ importedAt: "desc" }, { orderName: "asc" }],
    take: mostExamples,
  });
  const last = await tx.labelCost.aggregate({
    where: { shopId },
    _max: { importedAt: true },
    _count: true,
  });
  return {
    rows: rows.map(({ service, zone, _count, _avg }) => {
      const cost = Number(_avg.cost ?? 0);
      const estimate = Number(_avg.estimate ?? 0);
      const differencePercent = estimate === 0 ? null : (cost / estimate - 1) * 100;
      return {
        ...{ service: service ?? "", zone: zone ?? 0, labels: _count, differencePercent },
        ...{ estimate: estimate.toFixed(4), cost: cost.toFixed(4) },
      };
    }),
    labels: last._count,
    unmatched: await tx.labelCost.count({ where: unmatched }),
    examples: examples.map((row) => ({ orderName: row.orderName, because: row.unmatched })),
    importedAt: last._max.importedAt?.toISOString() ?? null,
  };
}
