import { zoneOfReach } from "#app/rates/postal-zones.ts";
import type { CardZone } from "#app/rates/rate-card.ts";
import { formatMoney } from "#app/format-money.ts";

/** "Up to 482.8 km (postal zone 4)", "Any farther". */
export function describeReach({ upToKm }: CardZone, isOnly: boolean): string {
  if (upToKm === null) return isOnly ? "Any distance" : "Any farther";
  const zone = zoneOfReach(upToKm);
  const km = `Up to ${upToKm.toLocaleString("en-US")} km`;
  return zone === null ? km : `${km} (postal zone ${zone})`;
}

/** "$4.80 + $0.55 a kg", or the weight steps: "0.5 kg $4.10 · 1 kg $4.60 · heavier $5.00 + $0.90 a kg". */
export function describePrice({ parcel, perKg, steps }: CardZone, currency: string): string {
  const money = (amount: string) => formatMoney(amount, currency);
  const beyond = Number(perKg) === 0 ? "" : ` + ${money(perKg)} a kg`;
  if (!steps) return `${money(parcel)}${beyond}`;
  return steps
    .map(({ upToKg, price }) =>
      upToKg === null ? `heavier ${money(price)}${beyond}` : `${upToKg} kg ${money(price)}`,
    )
    .join(" · ");
}
