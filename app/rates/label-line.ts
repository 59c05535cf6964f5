/** One line of a file of label costs. */
export interface LabelLine {
  readonly orderName: string;
  readonly trackingNumber: string;
  /** Decimal string in the shop's currency. */
  readonly cost: string;
}

export const labelColumns = { required: ["order", "cost"], optional: ["tracking"] } as const;

/** Reads one line: `order` as Shopify names it ("#1001"), `cost`, and `tracking` where it is known. */
export function parseLabelLine(
  cells: Readonly<Record<string, string>>,
): LabelLine | { readonly problems: readonly string[] } {
  const { order = "", cost = "", tracking = "" } = cells;
  const amount = cost.replace(/^[^\d.-]+/, "");
  const problems = [
    ...(order === "" ? ["order is empty."] : []),
    ...(order.length > 100 ? ["order is longer than 100 characters."] : []),
    ...(tracking.length > 200 ? ["tracking is longer than 200 characters."] : []),
    ...(/^\d{1,6}(\.\d{1,4})?$/.test(amount)
      ? []
      : [`cost must be an amount such as 8.45; it is “${cost}”.`]),
  ];
  if (problems.length > 0) return { problems };
  return { orderName: order, trackingNumber: tracking, cost: amount };
}
