import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import { rewriteAddresses } from "./rewrite-addresses.ts";

/**
 * Lets the sandbox's admin frame the app where it lets Shopify's do so. A page that forbids all
 * framing still may be shown in the sandbox's till: there it stands for a web view, which is no frame.
 */
export function allowFraming(
  policy: string,
  options: { sandboxOrigin: string; isEmbedded: boolean },
): string {
  return policy.replace(/frame-ancestors ([^;]*)/, (directive, sources: string) => {
    if (sources.trim() !== "'none'") return `${directive.trimEnd()} ${options.sandboxOrigin}`;
    return options.isEmbedded ? directive : `frame-ancestors ${options.sandboxOrigin}`;
  });
}

/** The app's response headers as the browser gets them. `rewritten`: the body changes its length. */
export function rewriteHeaders(
  headers: IncomingHttpHeaders,
  options: { sandboxOrigin: string; isEmbedded: boolean; rewritten: boolean },
): OutgoingHttpHeaders {
  const result: OutgoingHttpHeaders = { ...headers };
  const policy = headers["content-security-policy"];
  if (typeof policy === "string") {
    result["content-security-policy"] = allowFraming(policy, options);
  }
  const link = headers["link"];
  if (typeof link === "string") result["link"] = rewriteAddresses(link);
  if (options.rewritten) delete result["content-length"];
  delete result["connection"];
  delete result["keep-alive"];
  return result;
}
