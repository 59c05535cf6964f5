import type { IncomingHttpHeaders, OutgoingHttpHeaders } from "node:http";
import { rewriteAddresses } from "./rewrite-addresses.ts";

/** Lets the sandbox's admin frame the app where it lets Shopify's do so. */
export function allowFraming(policy: string, sandboxOrigin: string): string {
  return policy.replace(/frame-ancestors ([^;]*)/, (_all, sources: string) =>
    sources.trim() === "'none'"
      ? "frame-ancestors 'none'"
      : `frame-ancestors ${sources.trim()} ${sandboxOrigin}`,
  );
}

/** The app's response headers as the browser gets them. `rewritten`: the body changes its length. */
export function rewriteHeaders(
  headers: IncomingHttpHeaders,
  options: { sandboxOrigin: string; rewritten: boolean },
): OutgoingHttpHeaders {
  const result: OutgoingHttpHeaders = { ...headers };
  const policy = headers["content-security-policy"];
  if (typeof policy === "string") {
    result["content-security-policy"] = allowFraming(policy, options.sandboxOrigin);
  }
  const link = headers["link"];
  if (typeof link === "string") result["link"] = rewriteAddresses(link);
  if (options.rewritten) delete result["content-length"];
  delete result["connection"];
  delete result["keep-alive"];
  return result;
}
