import type { IncomingMessage, ServerResponse } from "node:http";
import { ZodError } from "zod";
import { answerJson } from "./answer-json.ts";
import type { Answer, Handler, SandboxRequest } from "./answer.ts";
import { Refusal } from "./refusal.ts";

/**
 * Turns a handler into a node:http listener. A refusal answers its status; input that fails its
 * schema answers 422; anything else is a bug of the sandbox, answered as 500 with its stack so that
 * it cannot hide.
 */
export function serveHandler(handle: Handler) {
  return (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    void respond(handle, incoming, outgoing);
  };
}

async function respond(handle: Handler, incoming: IncomingMessage, outgoing: ServerResponse) {
  let answer: Answer;
  try {
    answer = await handle(await readRequest(incoming));
  } catch (error) {
    answer = answerFailure(error);
  }
  send(outgoing, answer);
}

async function readRequest(incoming: IncomingMessage): Promise<SandboxRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const headers: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return {
    method: incoming.method ?? "GET",
    url: new URL(incoming.url ?? "/", "http://sandbox.invalid"),
    headers,
    body: Buffer.concat(chunks),
    params: {},
  };
}

function answerFailure(error: unknown): Answer {
  if (error instanceof Refusal) return answerJson(error.status, { error: error.message });
  if (error instanceof ZodError) {
    return answerJson(422, { error: "The request does not fit.", issues: error.issues });
  }
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`sandbox: ${stack}\n`);
  return answerJson(500, { error: stack });
}

function send(outgoing: ServerResponse, answer: Answer): void {
  if (answer.fate === "hang") return;
  if (answer.fate === "reset") {
    outgoing.destroy();
    return;
  }
  const bytes = Buffer.from(answer.body, "utf8");
  outgoing.writeHead(answer.status, { ...answer.headers, "content-length": bytes.length });
  if (answer.fate === "truncate") {
    outgoing.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => outgoing.destroy());
    return;
  }
  outgoing.end(bytes);
}
