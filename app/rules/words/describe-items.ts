import type { Condition } from "#app/routing/ruleset.ts";
import { joinWords } from "./join-words.ts";
import { quoteAny } from "./quote-any.ts";

/** What a condition says of items, a part per key: "tagged “fragile”", "from the vendor Acme". */
export function describeItemKeys(condition: Condition): string[] {
  const { itemTags, productTypes, vendors, collections, skus } = condition;
  return [
    itemTags ? `tagged ${quoteAny(itemTags)}` : "",
    productTypes ? `of the type ${quoteAny(productTypes)}` : "",
    vendors ? `from the vendor ${quoteAny(vendors)}` : "",
    collections ? `in the collection ${quoteAny(collections)}` : "",
    skus ? `with SKU ${joinWords(skus, "or")}` : "",
  ].filter(Boolean);
}
