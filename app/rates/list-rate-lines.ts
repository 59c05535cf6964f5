import { zoneOfReach } from "./postal-zones.ts";
import type { CardService } from "./rate-card.ts";
import type { Ladder } from "./rate-line.ts";

/** A card's lines as its file has them; reading them back gives the same card. */
export function listRateLines(
  rates: readonly CardService[],
  ladder: Ladder,
): readonly (readonly (string | number | null)[])[] {
  return rates.flatMap(({ service, zones }) =>
    zones.flatMap(({ upToKm, parcel, perKg, transitDays, steps }) => {
      const distance = ladder === "km" ? upToKm : zoneOfReach(upToKm);
      const weights = steps ?? [{ upToKg: null, price: parcel }];
      return weights.map(({ upToKg, price }) => {
        const beyond = upToKg === null && Number(perKg) !== 0 ? perKg : null;
        return [service, distance, upToKg, price, beyond, transitDays];
      });
    }),
  );
}
