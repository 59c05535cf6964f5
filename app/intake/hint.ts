/** What a webhook tells us to look at; never what is true. State is read from Shopify afterwards. */
export type Hint =
  | { readonly kind: "order"; readonly orderId: string; readonly reason: string }
  | {
      readonly kind: "fulfillment_order";
      readonly fulfillmentOrderId: string;
      readonly reason: string;
    }
  | {
      readonly kind: "level";
      readonly inventoryItemId: string;
      readonly locationId: string;
      readonly available: number;
      readonly updatedAt: string;
    }
  | { readonly kind: "level_gone"; readonly inventoryItemId: string; readonly locationId: string }
  | ItemHint
  | { readonly kind: "item_gone"; readonly inventoryItemId: string }
  | { readonly kind: "product"; readonly productId: string }
  | { readonly kind: "locations" }
  | { readonly kind: "bulk_finished"; readonly bulkOperationId: string }
  | { readonly kind: "uninstalled" }
  | { readonly kind: "scopes"; readonly current: readonly string[] }
  | {
      readonly kind: "compliance";
      readonly job: "erase-shop" | "erase-customer" | "export-customer";
    };

export interface ItemHint {
  readonly kind: "item";
  readonly inventoryItemId: string;
  readonly sku: string;
  readonly tracked: boolean;
  readonly requiresShipping: boolean;
  /** Decimal string in the shop's currency; null when the merchant told Shopify none. */
  readonly unitCost: string | null;
}
