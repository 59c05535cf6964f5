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
