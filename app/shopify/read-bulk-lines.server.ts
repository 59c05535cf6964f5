import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";
import { ShopifyError } from "./errors.ts";

/** Streams a bulk result line by line: JSON objects. Throws ShopifyError when it cannot be fetched. */
export async function* readBulkLines(url: string): AsyncGenerator<string> {
  const response = await fetch(url).catch((cause: unknown) => {
    throw new ShopifyError("The bulk result did not answer.", {
      code: "network",
      retry: "later",
      cause,
    });
  });
  if (!response.ok || !response.body) {
    const message = `The bulk result answered HTTP ${response.status}.`;
    throw new ShopifyError(message, { code: `http_${response.status}`, retry: "later" });
  }
  const input = Readable.fromWeb(response.body as ReadableStream);
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    if (line !== "") yield line;
  }
}
