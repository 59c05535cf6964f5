import { findShop } from "../find-shop.ts";
import { answerHtml } from "../http/answer-html.ts";
import type { Answer, SandboxRequest } from "../http/answer.ts";
import { escapeHtml } from "../http/escape-html.ts";
import { Refusal } from "../http/refusal.ts";
import type { Route } from "../http/route-request.ts";
import type { Sandbox } from "../sandbox.ts";
import { addressOfApp } from "./address-of-app.ts";
import { renderAppFrame } from "./render-app-frame.ts";
import { signedInStaff } from "./signed-in-staff.ts";

const STORE_PAGE = "/store";

/** A till: the app's store page in a phone-sized frame, signed in at one location. */
export function posRoutes(sandbox: Sandbox): Route[] {
  return [{ method: "GET", path: "/pos/:shop", handle: (request) => showTill(sandbox, request) }];
}

async function showTill(sandbox: Sandbox, request: SandboxRequest): Promise<Answer> {
  const shop = findShop(sandbox, request.params["shop"]);
  const wanted = request.url.searchParams.get("location");
  const location = wanted === null ? [...shop.locations.values()][0] : shop.locations.get(wanted);
  if (!location) throw new Refusal(404, `No location ${wanted ?? ""} in ${shop.domain}.`);
  const staff = signedInStaff(request);
  const address = await addressOfApp(sandbox, shop, {
    path: STORE_PAGE,
    userId: staff.id,
    surface: { location: location.id, location_id: location.id, pos: "1" },
  });
  const frame = renderAppFrame(sandbox, { shop, staff, address, basePath: null });
  return answerHtml(
    200,
    `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(location.name)} · POS</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/sandbox/browser/admin/admin.css">
</head>
<body class="pos">
<div class="phone">
<p class="till">${escapeHtml(location.name)} <span>${escapeHtml(staff.firstName)}</span></p>
${frame}
</div>
</body>
</html>`,
  );
}
