import { handleOf } from "../find-shop.ts";
import { answerHtml } from "../http/answer-html.ts";
import type { Route } from "../http/route-request.ts";
import type { Sandbox } from "../sandbox.ts";
import { renderControlPage } from "./render-control-page.ts";

/** The page a person works the sandbox from. */
export function pageRoutes(sandbox: Sandbox): Route[] {
  return [
    {
      method: "GET",
      path: "/sandbox",
      handle: () =>
        answerHtml(
          200,
          renderControlPage({
            appName: sandbox.app.name,
            appHandle: sandbox.app.handle,
            shopHandles: [...sandbox.shops.values()].map(handleOf),
          }),
        ),
    },
  ];
}
