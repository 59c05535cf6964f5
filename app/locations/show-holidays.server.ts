import { inShop } from "#app/db.server.ts";
import type { ShopContext } from "#app/shop-context.ts";
import type { HolidayChoices } from "./list-holiday-choices.server.ts";
import { listHolidayChoices } from "./list-holiday-choices.server.ts";

/** Holidays as the location would keep them if it belonged to another country or region. */
export async function showHolidays(
  shop: ShopContext,
  locationId: string,
  { country, region }: { readonly country: string; readonly region: string },
): Promise<HolidayChoices | null> {
  const location = await inShop(shop, (tx) => tx.location.findFirst({ where: { locationId } }));
  if (!location) return null;
  const place = {
    timeZone: location.timeZone,
    holidayCountry: country,
    holidayRegion: region,
  };
  return listHolidayChoices(place, shop.clock.now());
}
