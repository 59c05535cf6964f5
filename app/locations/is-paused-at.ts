/** Whether the location takes no new work at this instant; a pause with an end lifts by itself. */
export function isPausedAt(
  location: { readonly paused: boolean; readonly pausedUntil: Date | null },
  now: Date,
): boolean {
  return location.paused && (location.pausedUntil === null || location.pausedUntil > now);
}
