import type { GroupDetails } from "#app/inventory/pool/show-group.server.ts";
import { pooledValue } from "./pooled-options.ts";

/** A product group as typed: lists are text, separated by commas or lines. */
export interface GroupDraft {
  readonly name: string;
  readonly productTypes: string;
  readonly vendors: string;
  readonly tags: string;
  readonly collections: string;
  readonly skus: string;
  readonly safetyStock: string;
  readonly pooled: string;
  readonly trustDiscount: string;
  readonly minTrustPercent: string;
  readonly places: readonly PlaceDraft[];
}

export interface PlaceDraft {
  readonly locationId: string;
  readonly name: string;
  readonly safetyStock: string;
  readonly pooled: string;
}

/** A stored group as a draft to type over. */
export function startGroupDraft(group: GroupDetails): GroupDraft {
  const { trustDiscount } = group;
  return {
    name: group.name,
    productTypes: group.productTypes.join(", "),
    vendors: group.vendors.join(", "),
    tags: group.tags.join(", "),
    collections: group.collections.join(", "),
    skus: group.skus.join("\n"),
    safetyStock: group.safetyStock?.toString() ?? "",
    pooled: pooledValue(group.pooled),
    trustDiscount: trustDiscount === null ? "inherit" : trustDiscount ? "on" : "off",
    minTrustPercent: group.minTrustPercent?.toString() ?? "",
    places: group.places.map((place) => ({
      locationId: place.locationId,
      name: place.name,
      safetyStock: place.safetyStock?.toString() ?? "",
      pooled: pooledValue(place.pooled),
    })),
  };
}

/** What is sent to be checked and saved. */
export function finishGroupDraft(draft: GroupDraft) {
  return {
    ...draft,
    productTypes: listNames(draft.productTypes),
    vendors: listNames(draft.vendors),
    tags: listNames(draft.tags),
    collections: listNames(draft.collections),
    skus: listNames(draft.skus),
    places: draft.places.map(({ locationId, safetyStock, pooled }) => ({
      locationId,
      safetyStock,
      pooled,
    })),
  };
}

function listNames(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[,\n]/)
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  ];
}
