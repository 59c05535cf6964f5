const wordsByKind: Readonly<Record<string, string>> = {
  rule_published: "A changed rule is published",
  location_reopened: "A paused location opens again",
  order_changed: "The order is changed in Shopify",
  capacity_freed:
    "A location that was full can take more: something is given back, or a new day begins",
};

/** An event an exception waits for, in words. `titles`: item titles by inventory item id. */
export function describeWakeUp(event: string, titles: ReadonlyMap<string, string>): string {
  const [kind = "", subject = ""] = event.split(":");
  if (kind === "stock_changed") {
    return `More of “${titles.get(subject) ?? "the item"}” becomes available at any location`;
  }
  return wordsByKind[kind] ?? "Something it depends on changes";
}
