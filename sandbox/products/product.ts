import type { Id } from "../shop/state.ts";

export interface Product {
  id: Id;
  title: string;
  handle: string;
  productType: string;
  vendor: string;
  tags: string[];
  collectionIds: Id[];
  variantIds: Id[];
  createdAt: string;
  updatedAt: string;
}

/** Products sold together, put in by hand: collections by condition are not imitated. */
export interface Collection {
  id: Id;
  title: string;
  handle: string;
  updatedAt: string;
}

export interface Variant {
  id: Id;
  productId: Id;
  inventoryItemId: Id;
  title: string;
  sku: string;
  barcode: string;
  /** Decimal string in the shop's currency. */
  price: string;
  position: number;
  createdAt: string;
  updatedAt: string;
}

export interface InventoryItem {
  id: Id;
  variantId: Id;
  sku: string;
  tracked: boolean;
  requiresShipping: boolean;
  /** Decimal string in the shop's currency. */
  unitCost: string | null;
  weightGrams: number;
  createdAt: string;
  updatedAt: string;
}
