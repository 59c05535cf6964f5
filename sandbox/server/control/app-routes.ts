import { z } from "zod";
import { addressOfApp } from "../admin/address-of-app.ts";
import { grantScopes } from "../app/grant-scopes.ts";
import { requestPrivacy } from "../app/request-privacy.ts";
import { STAFF } from "../app/staff.ts";
import { uninstallApp } from "../app/uninstall-app.ts";
import { findShop } from "../find-shop.ts";
import { answerJson } from "../http/answer-json.ts";
import type { SandboxRequest } from "../http/answer.ts";
import { readJson } from "../http/read-json.ts";
import type { Route } from "../http/route-request.ts";
import type { Sandbox } from "../sandbox.ts";
import { signSessionToken } from "../tokens/sign-session-token.ts";

const staffId = z.enum(STAFF.map((member) => member.id)).default(STAFF[0]?.id ?? "");
const signInBody = z.strictObject({
  userId: staffId,
  path: z.string().startsWith("/").default("/"),
});
const scopesBody = z.strictObject({ scopes: z.array(z.string()) });
const secretBody = z.strictObject({ secret: z.string().min(1) });
const privacyBody = z.strictObject({
  topic: z.enum(["customers/data_request", "customers/redact", "shop/redact"]),
  orderId: z.string().optional(),
});

/** What a merchant or the platform does with the app as a whole. */
export function appRoutes(sandbox: Sandbox): Route[] {
  const shopOf = (request: SandboxRequest) => findShop(sandbox, request.params["shop"]);
  const post = (path: string, handle: Route["handle"]): Route => ({ method: "POST", path, handle });
  return [
    post("/sandbox/shops/:shop/app/install", async (request) => {
      const shop = shopOf(request);
      const { userId, path } = signInBody.parse(readJson(request));
      const { scopes } = sandbox.installations.install(shop.domain, sandbox.app.scopes);
      return answerJson(200, {
        scopes,
        url: await addressOfApp(sandbox, shop, { path, userId, surface: { embedded: "1" } }),
      });
    }),
    post("/sandbox/shops/:shop/app/id-token", async (request) => {
      const idToken = await signSessionToken({
        shop: shopOf(request).domain,
        userId: signInBody.parse(readJson(request)).userId,
        clientId: sandbox.clientId,
        secret: sandbox.clientSecrets[0] ?? "",
      });
      return answerJson(200, { idToken });
    }),
    post("/sandbox/shops/:shop/app/uninstall", (request) => {
      uninstallApp(sandbox, shopOf(request));
      return answerJson(200, {});
    }),
    post("/sandbox/shops/:shop/app/scopes", (request) => {
      grantScopes(sandbox, shopOf(request), scopesBody.parse(readJson(request)).scopes);
      return answerJson(200, {});
    }),
    post("/sandbox/shops/:shop/app/compliance", (request) => {
      requestPrivacy(sandbox, shopOf(request), privacyBody.parse(readJson(request)));
      return answerJson(202, {});
    }),
    // A rotation keeps the old secrets valid for the app's own calls, and signs with the new one.
    post("/sandbox/app/secrets", (request) => {
      sandbox.clientSecrets.unshift(secretBody.parse(readJson(request)).secret);
      return answerJson(200, { secrets: sandbox.clientSecrets.length });
    }),
  ];
}
