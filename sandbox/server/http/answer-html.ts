import type { Answer } from "./answer.ts";

/** An HTML page that no browser may cache: every page here carries a token that dies in a minute. */
export function answerHtml(status: number, body: string): Answer {
  return {
    status,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
    body,
  };
}
