import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { env } from "#app/env.server.ts";

const keys = env.ENCRYPTION_KEYS.split(",").map((entry) => {
  const [id = "", base64 = ""] = entry.split(":");
  return { id, secret: Buffer.from(base64, "base64") };
});

/**
 * Encrypts text with AES-256-GCM under the newest key. The result names its key, so keys can be
 * rotated: `<key id>.<iv>.<tag>.<ciphertext>`, each part base64url.
 */
export function sealSecret(plain: string): string {
  const key = keys[0];
  if (!key) throw new Error("ENCRYPTION_KEYS holds no key.");
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key.secret, iv);
  const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
  const parts = [iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"));
  return [key.id, ...parts].join(".");
}

/** Reverses `sealSecret`. Throws when the key is gone or the text was tampered with. */
export function openSecret(sealed: string): string {
  const [id, iv = "", tag = "", text = ""] = sealed.split(".");
  const key = keys.find((candidate) => candidate.id === id);
  if (!key) throw new Error(`No key "${id}" in ENCRYPTION_KEYS opens this secret.`);
  const decipher = createDecipheriv("aes-256-gcm", key.secret, Buffer.from(iv, "base64url"));
  decipher.setAuthTag(Buffer.from(tag, "base64url"));
  const plain = [decipher.update(Buffer.from(text, "base64url")), decipher.final()];
  return Buffer.concat(plain).toString("utf8");
}
