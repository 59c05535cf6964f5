import { PassThrough } from "node:stream";
import type { EntryContext } from "@remix-run/node";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { isbot } from "isbot";
import { renderToPipeableStream } from "react-dom/server";
import { log } from "./log.server.ts";
import { shopify } from "./shopify.server.ts";

const abortAfterMs = 5_000;

/** Streams the page; bots get it whole. Embedded pages get Shopify's per-shop frame policy. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
): Promise<Response> {
  addFramePolicy(request, headers);
  const whole = isbot(request.headers.get("user-agent") ?? "");
  return new Promise((resolve, reject) => {
    const { pipe, abort } = renderToPipeableStream(
      <RemixServer context={context} url={request.url} />,
      {
        [whole ? "onAllReady" : "onShellReady"]: () => {
          const body = new PassThrough();
          headers.set("Content-Type", "text/html");
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
          pipe(body);
        },
        onShellError: reject,
        onError: (error: unknown) => log.error({ err: error }, "page failed to render"),
      },
    );
    setTimeout(abort, abortAfterMs).unref();
  });
}

/** Associate pages are never framed by a stranger; admin pages only by the shop's own admin. */
function addFramePolicy(request: Request, headers: Headers): void {
  if (new URL(request.url).pathname.startsWith("/store")) {
    headers.set("Content-Security-Policy", "frame-ancestors 'none'");
    return;
  }
  shopify.addDocumentResponseHeaders(request, headers);
}
