import type { Answer, SandboxRequest } from "../http/answer.ts";
import type { Sandbox } from "../sandbox.ts";

/** A finished bulk operation's JSON lines, at the storage address its `url` field named. */
export function answerBulkResult(sandbox: Sandbox, host: string, request: SandboxRequest): Answer {
  const address = `https://${host}${request.url.pathname}${request.url.search}`;
  for (const shop of sandbox.shops.values()) {
    const lines = shop.bulkResults.get(address);
    if (lines !== undefined) {
      return { status: 200, headers: { "content-type": "application/jsonl" }, body: lines };
    }
  }
  return {
    status: 404,
    headers: { "content-type": "application/xml" },
    body: "<Error><Code>NoSuchKey</Code></Error>",
  };
}
