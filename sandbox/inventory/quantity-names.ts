import { ON_HAND_STATES } from "./level.ts";

const DISPLAY_NAMES: Record<string, string> = {
  incoming: "Incoming",
  on_hand: "On hand",
  available: "Available",
  committed: "Committed",
  reserved: "Reserved",
  damaged: "Damaged",
  safety_stock: "Safety stock",
  quality_control: "Quality control",
};

/** `inventoryProperties.quantityNames`: on_hand comprises every state but incoming. */
export const QUANTITY_NAMES = Object.entries(DISPLAY_NAMES).map(([name, displayName]) => ({
  name,
  displayName,
  belongsTo: (ON_HAND_STATES as readonly string[]).includes(name) ? ["on_hand"] : [],
  comprises: name === "on_hand" ? [...ON_HAND_STATES] : [],
  isInUse: true,
}));
