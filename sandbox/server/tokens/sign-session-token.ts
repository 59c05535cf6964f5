import { randomUUID } from "node:crypto";
import { SignJWT } from "jose";

const LIFE_SECONDS = 60;

export interface SessionTokenSubject {
  /** The shop's domain, such as `outfitters.myshopify.com`. */
  readonly shop: string;
  readonly userId: string;
  readonly clientId: string;
  readonly secret: string;
}

/**
 * A session token as the admin hands to an embedded app: HS256 by the client secret, one minute long
 * (claims: Shopify's "Session tokens"). Dated by the machine's clock even when the sandbox runs on
 * another one, because the app judges it by the machine's.
 */
export async function signSessionToken(subject: SessionTokenSubject): Promise<string> {
  const issuedAt = Math.floor(Date.now() / 1000);
  return await new SignJWT({ dest: `https://${subject.shop}`, sid: randomUUID() })
    .setProtectedHeader({ alg: "HS256", typ: "JWT" })
    .setIssuer(`https://${subject.shop}/admin`)
    .setAudience(subject.clientId)
    .setSubject(subject.userId)
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setNotBefore(issuedAt)
    .setExpirationTime(issuedAt + LIFE_SECONDS)
    .sign(Buffer.from(subject.secret));
}
