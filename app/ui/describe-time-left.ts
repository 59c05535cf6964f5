/**
 * A deadline in words, for people who plan the next hour: "in 25 min", "in 1 h 5 min", "in 2 days",
 * "now", "late by 1 h". Rounds towards the worse side: time left down, lateness up.
 */
export function describeTimeLeft(nowMs: number, deadlineAt: string): string {
  const minutes = Math.floor((Date.parse(deadlineAt) - nowMs) / 60_000);
  if (minutes === 0) return "now";
  return minutes > 0 ? `in ${describeMinutes(minutes)}` : `late by ${describeMinutes(-minutes)}`;
}

/** How long ago something was: "just now", "25 min ago", "3 days ago". */
export function describeAge(nowMs: number, at: string): string {
  const minutes = Math.floor((nowMs - Date.parse(at)) / 60_000);
  return minutes < 1 ? "just now" : `${describeMinutes(minutes)} ago`;
}

function describeMinutes(minutes: number): string {
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) {
    const rest = minutes % 60;
    return rest === 0 ? `${minutes / 60} h` : `${Math.floor(minutes / 60)} h ${rest} min`;
  }
  const days = Math.floor(minutes / (24 * 60));
  return days === 1 ? "1 day" : `${days} days`;
}
