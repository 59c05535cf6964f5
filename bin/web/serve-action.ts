import { buffer } from "node:stream/consumers";
import type { ActionFunction } from "@remix-run/node";
import type { Request as HttpRequest, Response as HttpResponse } from "express";

/** Headers an action behind this door may look at; copying all of them costs more than reading these. */
const passedOn = /^(content-type|origin|x-shopify-.*)$/;

/**
 * Serves a route's action without the router: matching a path against every page costs more than
 * storing a webhook. The route module stays the one place that says what happens.
 */
export function serveAction(action: ActionFunction) {
  return (incoming: HttpRequest, outgoing: HttpResponse): void => {
    void run(action, incoming).then(
      async (answer) => {
        outgoing.status(answer.status).end(await answer.text());
      },
      () => outgoing.status(500).end(),
    );
  };
}

async function run(action: ActionFunction, incoming: HttpRequest): Promise<Response> {
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
