/**
 * When a level changed, as finely as its webhook tells. The payload's `updated_at` is a whole second
 * and a busy shelf changes several times in one; X-Shopify-Triggered-At names the moment within it.
 * Both in, one out: ISO 8601, never outside the second the payload names.
 */
export function dateLevelChange(updatedAt: string, triggeredAt: Date | null): string {
  const second = Date.parse(updatedAt);
  if (triggeredAt === null || Number.isNaN(second)) return updatedAt;
  const moment = Math.min(Math.max(triggeredAt.getTime(), second), second + 999);
  return new Date(moment).toISOString();
}

/** From a reading to its recording, and between Shopify's clock and ours. */
const slackMs = 5_000;

/**
 * The same for a level read a moment before `now`. When the second of its last change was over by
 * then, the reading shows all that happened in it and outdates every webhook of it; else a webhook of
 * that second may know more.
 */
export function dateReading(updatedAt: string | null, now: Date): string | null {
  if (updatedAt === null) return null;
  const endOfSecond = Date.parse(updatedAt) + 999;
  return endOfSecond + slackMs < now.getTime() ? new Date(endOfSecond).toISOString() : updatedAt;
}
