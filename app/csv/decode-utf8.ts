import { UnreadableCsv } from "./csv-problem.ts";

const lineFeed = 0x0a;
const howToSave = "Save the file as “CSV UTF-8” and try again.";

/**
 * The text of a file sent in UTF-8, with or without a byte order mark, line-wise. Throws
 * UnreadableCsv, naming the line, for any other encoding: guessing one would import wrong names
 * silently.
 */
export async function* decodeUtf8(
  source: AsyncIterable<Uint8Array>,
  maxBytes: number,
): AsyncGenerator<string> {
  let rest: Uint8Array = new Uint8Array();
  let line = 1;
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    const block = concatenate(rest, chunk);
    const end = block.lastIndexOf(lineFeed) + 1;
    rest = block.subarray(end);
    if (end === 0) continue;
    const lines = block.subarray(0, end);
    yield decode(lines, line);
    line += countLineFeeds(lines);
  }
  if (rest.length > 0) yield decode(rest, line);
}

function decode(bytes: Uint8Array, firstLine: number): string {
  if (firstLine === 1) refuseUtf16(bytes);
  try {
    // The byte order mark is dropped at the start of the file only.
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: firstLine > 1 }).decode(bytes);
  } catch {
    throw new UnreadableCsv({
      line: firstLine + countGoodLines(bytes),
      message: `This line is not in UTF-8. ${howToSave}`,
    });
  }
}

function refuseUtf16([first, second]: Uint8Array): void {
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const hasNoLetters = first === 0 || second === 0;
  if (isUtf16 || hasNoLetters) {
    throw new UnreadableCsv({ line: null, message: `The file is not in UTF-8. ${howToSave}` });
  }
}

/** Lines before the one that does not decode: a line feed is never part of a longer character. */
function countGoodLines(bytes: Uint8Array): number {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let good = 0;
  for (let start = 0; start < bytes.length; good += 1) {
    const feed = bytes.indexOf(lineFeed, start);
    const end = feed === -1 ? bytes.length : feed + 1;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return good;
    }
    start = end;
  }
  return good;
}

function countLineFeeds(bytes: Uint8Array): number {
  let count = 0;
  for (const byte of bytes) if (byte === lineFeed) count += 1;
  return count;
}

function concatenate(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

function tooLarge(maxBytes: number): UnreadableCsv {
  const megabytes = Math.floor(maxBytes / 1_000_000);
  return new UnreadableCsv({
    line: null,
    message: `The file is larger than ${megabytes} MB. Split it into several files.`,
  });
}
