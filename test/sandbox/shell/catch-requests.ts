import { createServer, type IncomingHttpHeaders } from "node:http";
import { closeServer } from "#sandbox/server/http/close-server.ts";
import { listenOn } from "#sandbox/server/http/listen-on.ts";

export interface CaughtRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/**
 * A web server that keeps what it is sent and answers by a function of it: the app, or Shopify, as
 * the other side of the wire.
 */
export async function catchRequests(
  answer: (request: CaughtRequest) => number | string = () => 200,
) {
  const requests: CaughtRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on("data", (chunk: Buffer) => chunks.push(chunk));
    incoming.on("end", () => {
      const caught = {
        method: incoming.method ?? "",
        path: incoming.url ?? "",
        headers: incoming.headers,
        body: Buffer.concat(chunks).toString("utf8"),
      };
      requests.push(caught);
      const reply = answer(caught);
      if (typeof reply === "number") outgoing.writeHead(reply).end();
      else outgoing.writeHead(200, { "content-type": "application/json" }).end(reply);
    });
  });
  const origin = await listenOn(server, 0, "a test");
  return { requests, origin, port: Number(new URL(origin).port), close: () => closeServer(server) };
}
