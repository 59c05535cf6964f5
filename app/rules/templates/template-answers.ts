/** What a merchant says of the shop before the first rule is written. */
export interface TemplateAnswers {
  /** What matters most when several locations could ship. */
  readonly aim: "cost" | "speed" | "nearby" | "clear_stock";
  /** Besides shipping. */
  readonly handovers: readonly Handover[];
  /** Goods that a store can seldom pack or may not ship. */
  readonly goods: readonly SpecialGoods[];
  readonly customers: readonly SpecialCustomers[];
  /** How busy the coming weeks are. */
  readonly season: "usual" | "holiday";
}

export type Handover = "pickup" | "local";
export type SpecialGoods = "warehouse_only" | "showroom";
export type SpecialCustomers = "priority" | "marketplace";
