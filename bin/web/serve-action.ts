import type { IncomingMessage, RequestListener } from "node:http";
import { buffer } from "node:stream/consumers";
import type { ActionFunction } from "@remix-run/node";

/**
 * Headers an action behind this door may look at: those that sign and name a delivery. Shopify's
 * library respells every header for each one it reads, so the few others cost more than they look.
 */
const passedOn =
  /^x-shopify-(hmac-sha256|topic|shop-domain|api-version|webhook-id|event-id|triggered-at)$/;

/**
 * Serves a route's action without the router: matching a path against every page costs more than
 * storing a webhook. The route module stays the one place that says what happens.
 */
export function serveAction(action: ActionFunction): RequestListener {
  return (incoming, outgoing) => {
    void run(action, incoming).then(
      async (answer) => {
        outgoing.statusCode = answer.status;
        outgoing.end(await answer.text());
      },
      () => {
        outgoing.statusCode = 500;
        outgoing.end();
      },
    );
  };
}

async function run(action: ActionFunction, incoming: IncomingMessage): Promise<Response> {
  const headers = Object.entries(incoming.headers).filter(
    (entry): entry is [string, string] => passedOn.test(entry[0]) && typeof entry[1] === "string",
  );
  const request = new Request(`http://localhost${incoming.url}`, {
    method: "POST",
    headers,
    body: await buffer(incoming),
  });
  const answer = await action({ request, params: {}, context: {} });
  if (answer instanceof Response) return answer;
  throw new TypeError("The action answered with data instead of a Response.");
}
