import { Transform, type TransformCallback } from "node:stream";

const REPLACEMENTS: readonly (readonly [from: string, to: string])[] = [
  ["https://cdn.shopify.com/shopifycloud/app-bridge.js", "/sandbox-app-bridge.js"],
  ["https://cdn.shopify.com/", "/sandbox-cdn/"],
];
const LONGEST = Math.max(...REPLACEMENTS.map(([from]) => from.length));

/** Points the addresses of Shopify's CDN at what the tunnel serves itself. */
export function rewriteAddresses(text: string): string {
  return REPLACEMENTS.reduce((result, [from, to]) => result.replaceAll(from, to), text);
}

/**
 * The same on a stream. Only as much is held back as could be the start of an address that a chunk
 * boundary cuts, so that a streamed page stays streamed. Bytes are kept as latin1, which maps them
 * one to one: a character cut in half survives.
 */
export function rewriteStream(): Transform {
  let held = "";
  return new Transform({
    transform(chunk: Buffer, _encoding, done: TransformCallback) {
      const text = held + chunk.toString("latin1");
      const safe = text.length - possibleStart(text);
      held = text.slice(safe);
      done(null, Buffer.from(rewriteAddresses(text.slice(0, safe)), "latin1"));
    },
    flush(done: TransformCallback) {
      done(null, Buffer.from(rewriteAddresses(held), "latin1"));
    },
  });
}

/** Length of the longest tail that begins an address to rewrite. */
function possibleStart(text: string): number {
  for (let length = Math.min(LONGEST - 1, text.length); length > 0; length -= 1) {
    const tail = text.slice(-length);
    if (REPLACEMENTS.some(([from]) => from.startsWith(tail))) return length;
  }
  return 0;
}
