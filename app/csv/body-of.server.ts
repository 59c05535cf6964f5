import { Readable } from "node:stream";
import type { ReadableStream } from "node:stream/web";

/** The body of an upload as it arrives, for `readCsv`; nothing when there is none. */
export function bodyOf(request: Request): AsyncIterable<Uint8Array> {
  return request.body ? Readable.fromWeb(request.body as ReadableStream) : Readable.from([]);
}
