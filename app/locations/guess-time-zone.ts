/** Where a state or province has two zones, the one most of its people live in. */
const provinces: Readonly<Record<string, readonly string[]>> = {
  "America/New_York": [
    ...["US-CT", "US-DC", "US-DE", "US-FL", "US-GA", "US-IN", "US-KY", "US-MA", "US-MD", "US-ME"],
    ...["US-MI", "US-NC", "US-NH", "US-NJ", "US-NY", "US-OH", "US-PA", "US-RI", "US-SC", "US-VA"],
    ...["US-VT", "US-WV"],
  ],
  "America/Chicago": [
    ...["US-AL", "US-AR", "US-IA", "US-IL", "US-KS", "US-LA", "US-MN", "US-MO", "US-MS", "US-ND"],
    ...["US-NE", "US-OK", "US-SD", "US-TN", "US-TX", "US-WI"],
  ],
  "America/Denver": ["US-CO", "US-ID", "US-MT", "US-NM", "US-UT", "US-WY"],
  "America/Phoenix": ["US-AZ"],
  "America/Los_Angeles": ["US-CA", "US-NV", "US-OR", "US-WA"],
  "America/Anchorage": ["US-AK"],
  "Pacific/Honolulu": ["US-HI"],
  "America/Toronto": ["CA-ON", "CA-QC"],
  "America/Winnipeg": ["CA-MB"],
  "America/Regina": ["CA-SK"],
  "America/Edmonton": ["CA-AB", "CA-NT"],
  "America/Vancouver": ["CA-BC", "CA-YT"],
  "America/Halifax": ["CA-NB", "CA-NS", "CA-PE"],
  "America/St_Johns": ["CA-NL"],
};

const zones = new Map(
  Object.entries(provinces).flatMap(([zone, codes]) => codes.map((code) => [code, zone] as const)),
);

/** A location's IANA time zone by its province; the shop's own where that does not decide it. */
export function guessTimeZone(
  address: { readonly countryCode: string | null; readonly provinceCode: string | null },
  shopTimeZone: string,
): string {
  return zones.get(`${address.countryCode}-${address.provinceCode}`) ?? shopTimeZone;
}
