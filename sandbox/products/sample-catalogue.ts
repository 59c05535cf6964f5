/** One line of the catalogue: what its variants have in common, and how they differ. */
export interface SampleProduct {
  title: string;
  type: string;
  vendor: string;
  /** Start of every SKU. */
  code: string;
  price: number;
  cost: number;
  grams: number;
  tags: readonly string[];
  /** Titles. */
  collections: readonly string[];
  options: readonly string[];
}

type Row = readonly [string, string, string, string, number, number, number, string, string];

const ROWS: readonly Row[] = [
  ["Alpine Shell Jacket", "Outerwear", "Northfell", "JKT", 249, 112, 620, "premium", "S M L XL"],
  ["Trail Fleece", "Outerwear", "Northfell", "FLC", 89, 34, 410, "", "S M L XL"],
  ["Merino Base Layer", "Apparel", "Woolwright", "MER", 75, 29, 210, "", "S M L"],
  ["Hiking Trousers", "Apparel", "Woolwright", "TRS", 95, 38, 480, "", "30 32 34 36"],
  ["Ridge Hiking Boots", "Footwear", "Cairnfoot", "BTS", 189, 84, 1450, "premium", "8 9 10 11 12"],
  ["Camp Sandals", "Footwear", "Cairnfoot", "SND", 65, 24, 560, "", "8 9 10 11"],
  ["Wool Socks", "Apparel", "Woolwright", "SCK", 18, 5, 90, "", "M L"],
  ["Summit Backpack 45 L", "Packs", "Haulwell", "PCK", 210, 96, 1680, "premium", "Green Slate"],
  ["Day Pack 20 L", "Packs", "Haulwell", "DAY", 85, 33, 720, "", "Green Slate Rust"],
  ["Two-Person Tent", "Camping", "Basecamp Co", "TNT", 329, 151, 2350, "premium", "Sand Moss"],
  ["Down Sleeping Bag", "Camping", "Basecamp Co", "BAG", 279, 128, 1100, "premium", "Regular Long"],
  ["Foam Sleeping Mat", "Camping", "Basecamp Co", "MAT", 45, 15, 430, "oversized", "Regular Wide"],
  ["Enamel Mug", "Kitchen", "Tinder & Pot", "MUG", 14, 4, 180, "fragile", "White Blue"],
  ["Glass Lantern", "Lighting", "Tinder & Pot", "LAN", 59, 22, 950, "fragile", "Clear Amber"],
  ["Gas Canister", "Fuel", "Tinder & Pot", "GAS", 9, 3, 380, "hazmat", "100g 230g 450g"],
  ["Compact Stove", "Kitchen", "Tinder & Pot", "STV", 69, 27, 310, "", "Single"],
  ["Headlamp", "Lighting", "Brightline", "LMP", 49, 17, 95, "", "Black Red"],
  ["Solar Power Bank", "Electronics", "Brightline", "PWR", 79, 31, 340, "hazmat", "10k 20k"],
  ["Trekking Poles", "Hardware", "Cairnfoot", "POL", 119, 47, 540, "oversized", "Short Long"],
  ["Inflatable Kayak", "Water", "Haulwell", "KYK", 599, 288, 9800, "oversized premium", "Solo Duo"],
  ["Climbing Rope 60 m", "Hardware", "Basecamp Co", "ROP", 189, 82, 3900, "", "Blue Red"],
  ["Water Filter", "Kitchen", "Brightline", "FLT", 39, 13, 120, "", "Single"],
  ["Topographic Map", "Books", "Backroom", "MAP", 12, 3, 60, "", "Rockies Sierra Cascades"],
  ["Gift Box", "Gifts", "Backroom", "GFT", 29, 9, 800, "fragile", "Small Large"],
];

/** Codes of the products in each collection. */
const COLLECTIONS: Readonly<Record<string, readonly string[]>> = {
  "New arrivals": ["JKT", "LMP", "PWR"],
  Sale: ["SND", "MAT", "MUG"],
  Winter: ["JKT", "FLC", "MER", "SCK", "BAG"],
};

/** 24 products with 61 variants of an outdoor retailer. */
export const SAMPLE_CATALOGUE: readonly SampleProduct[] = ROWS.map(
  ([title, type, vendor, code, price, cost, grams, tags, options]) => ({
    title,
    type,
    vendor,
    code,
    price,
    cost,
    grams,
    tags: tags === "" ? [] : tags.split(" "),
    collections: Object.keys(COLLECTIONS).filter((name) => COLLECTIONS[name]?.includes(code)),
    options: options.split(" "),
  }),
);
