/** Delivery days as people say them: "Same day", "1 day", "4 days". */
export function describeDays(days: number): string {
  if (days === 0) return "Same day";
  return days === 1 ? "1 day" : `${days} days`;
}
