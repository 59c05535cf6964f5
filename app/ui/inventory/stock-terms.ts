/** What each figure of the pool means, for people who did not grow up with Shopify's words. */
export const stockTerms = {
  onHand: "Units physically there, sold or not, as Shopify has them.",
  committed: "Units already promised to orders that have not left yet.",
  available: "Units Shopify still sells: on hand, less what is committed or set aside.",
  safetyStock:
    "Units Backroom never promises, kept for the shelf or for wrong counts. Empty: what the group, the location or the shop says.",
  reserved: "Units Backroom has just given to orders; Shopify shows them as committed in a moment.",
  canPromise:
    "What a new order can get here: available, less safety stock, less reserved, less what picks make doubtful.",
  trust:
    "How often units the system showed were really there: picks and counts of the item’s group here.",
  lastRead: "When Shopify last told us these figures.",
} as const;
