import {
  Agent,
  request as openRequest,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import { escapeHtml } from "../http/escape-html.ts";
import { readAppBridge } from "./read-app-bridge.ts";
import { rewriteStream } from "./rewrite-addresses.ts";
import { rewriteHeaders } from "./rewrite-headers.ts";

export interface TunnelOptions {
  readonly appPort: number;
  readonly sandboxOrigin: () => string;
}

/**
 * The public face of the app, as a development tunnel gives it one: everything goes to the app's
 * port, and pages come back with Shopify's CDN replaced by the sandbox's App Bridge stand-in and
 * with the sandbox's admin allowed to frame them.
 */
export function serveTunnel(options: TunnelOptions) {
  // A kept connection may be closed by the app just as it is used again; a new one per request is
  // cheap here and cannot fail that way.
  const agent = new Agent({ keepAlive: false });
  return (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const path = incoming.url ?? "/";
    if (path.startsWith("/sandbox-app-bridge.js")) sendScript(outgoing, options.sandboxOrigin());
    else if (path.startsWith("/sandbox-cdn/")) sendEmptyAsset(outgoing, path);
    else forward(incoming, outgoing, agent, options);
  };
}

function sendScript(outgoing: ServerResponse, sandboxOrigin: string): void {
  const type = { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-store" };
  outgoing.writeHead(200, type).end(readAppBridge(sandboxOrigin));
}

/** Fonts and other decoration of the CDN: nothing, in the right type, so that no page waits or breaks. */
function sendEmptyAsset(outgoing: ServerResponse, path: string): void {
  const type = path.split("?")[0]?.endsWith(".css") ? "text/css" : "text/plain";
  outgoing.writeHead(type === "text/css" ? 200 : 404, { "content-type": type }).end();
}

function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  agent: Agent,
  options: TunnelOptions,
): void {
  const headers = {
    ...incoming.headers,
    // The body must arrive as plain text to be rewritten.
    "accept-encoding": "identity",
    // A headless browser plays a merchant here, whom Shopify's library must not take for a robot.
    "user-agent": incoming.headers["user-agent"]?.replace("HeadlessChrome", "Chrome"),
    "x-forwarded-host": incoming.headers.host,
    "x-forwarded-proto": "http",
  };
  const { method, url: path } = incoming;
  const upstream = openRequest({
    host: "127.0.0.1",
    port: options.appPort,
    agent,
    method,
    path,
    headers,
  });
  upstream.on("response", (answer) => {
    const rewritten = isText(answer.headers["content-type"]);
    const isEmbedded = incoming.url?.includes("embedded=1") ?? false;
    const sandboxOrigin = options.sandboxOrigin();
    outgoing.writeHead(
      answer.statusCode ?? 502,
      rewriteHeaders(answer.headers, { sandboxOrigin, isEmbedded, rewritten }),
    );
    answer.on("error", () => outgoing.destroy());
    (rewritten ? answer.pipe(rewriteStream()) : answer).pipe(outgoing);
  });
  upstream.on("error", (error) => sendBadGateway(outgoing, options.appPort, error));
  outgoing.on("close", () => upstream.destroy());
  incoming.pipe(upstream);
}

/** Pages, and the scripts that render them again: both must agree on the address of App Bridge. */
function isText(contentType: string | undefined): boolean {
  return /^(text\/html|text\/javascript|application\/javascript)/.test(contentType ?? "");
}

function sendBadGateway(outgoing: ServerResponse, appPort: number, error: Error): void {
  if (outgoing.headersSent) {
    outgoing.destroy();
    return;
  }
  outgoing.writeHead(502, { "content-type": "text/html; charset=utf-8" }).end(
    `<!doctype html><meta charset="utf-8"><title>The app is not running</title>
<body style="font:16px/1.5 system-ui;margin:15vh auto;max-width:32rem;padding:0 1rem">
<h1 style="font-size:1.25rem">The app is not running</h1>
<p>The tunnel is up, but nothing answers on port ${appPort}.</p>
<p><code>${escapeHtml(error.message)}</code></p>`,
  );
}
