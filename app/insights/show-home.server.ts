import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import { readShopFormat } from "#app/shops/read-shop-format.server.ts";
import type { HomeView } from "./home/home-view.ts";
import { readAttention } from "./home/read-attention.server.ts";
import { readHealth } from "./home/read-health.server.ts";
import { readSetup } from "./home/read-setup.server.ts";
import { readToday } from "./home/read-today.server.ts";

/** What needs a person, today's numbers and the state of the synchronisation, as of now. */
export async function showHome(shop: ShopContext): Promise<HomeView> {
  return inShop(shop, async (tx) => {
    const format = await readShopFormat(tx, shop);
    return {
      format,
      attention: await readAttention(tx, shop),
      today: await readToday(tx, shop, format.timeZone),
      health: await readHealth(tx, shop),
      setup: await readSetup(tx, shop),
    };
  });
}
