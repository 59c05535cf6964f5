/** Which shelves a list of stock shows. */
export const stockShows = ["all", "none_left", "own_settings", "reserved", "cooling_off"] as const;

export type StockShow = (typeof stockShows)[number];
