import { jwtVerify } from "jose";

export interface SessionTokenCheck {
  readonly shop: string;
  readonly clientId: string;
  /** Every secret that is still valid: a token signed before a rotation lives on for its minute. */
  readonly secrets: readonly string[];
}

/** @returns the staff user's id, or null when the token is not this shop's and this app's. */
export async function verifySessionToken(
  token: string,
  check: SessionTokenCheck,
): Promise<string | null> {
  for (const secret of check.secrets) {
    try {
      const { payload } = await jwtVerify(token, Buffer.from(secret), {
        algorithms: ["HS256"],
        audience: check.clientId,
      });
      return payload["dest"] === `https://${check.shop}` ? (payload.sub ?? null) : null;
    } catch {
      continue;
    }
  }
  return null;
}
