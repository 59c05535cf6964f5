import { createHash, timingSafeEqual } from "node:crypto";

/** SHA-256, hex. Enough for secrets we made ourselves from at least 50 random bits. */
export function hashSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("hex");
}

/** Compares a secret with a stored hash in constant time. */
export function isSecret(secret: string, hash: string | null): boolean {
  if (hash === null) return false;
  const given = Buffer.from(hashSecret(secret), "hex");
  const kept = Buffer.from(hash, "hex");
  return given.length === kept.length && timingSafeEqual(given, kept);
}
