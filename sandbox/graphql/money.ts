import type { ShopState } from "../shop/state.ts";

/** `MoneyV2` of a decimal string in the shop's currency. */
export function money(shop: ShopState, amount: string): { amount: string; currencyCode: string } {
  return { amount, currencyCode: shop.currency };
}

/** `MoneyBag`: the shop sells in its own currency only. */
export function moneyBag(shop: ShopState, amount: string) {
  return { shopMoney: money(shop, amount), presentmentMoney: money(shop, amount) };
}

/** `Count` of a list that is known whole. */
export function exactCount(count: number): { count: number; precision: "EXACT" } {
  return { count, precision: "EXACT" };
}
