/** The pages around the inventory list. */
export const poolPages = [
  { content: "Groups and safety stock", url: "/app/inventory/pool" },
  { content: "What to count", url: "/app/inventory/count" },
  { content: "Accuracy", url: "/app/inventory/accuracy" },
  { content: "Import settings", url: "/app/inventory/import" },
  { content: "Sync health", url: "/app/inventory/sync" },
] as const;

export const backToInventory = { content: "Inventory", url: "/app/inventory" } as const;
