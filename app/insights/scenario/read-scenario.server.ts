import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { ContractBreach } from "#app/rules/parse-ruleset-fields.ts";
import { parseScenario, type Scenario } from "./parse-scenario.ts";

/** Files of this size and more are refused before they are parsed. */
const TOO_MANY_BYTES = 100_000_000;

/** Reads and checks a scenario file; standard input without a path. Throws a `ContractBreach`. */
export async function readScenario(path: string | null): Promise<Scenario> {
  const source = path === null ? process.stdin : createReadStream(path);
  return parseScenario(parseJson(decode(await readAll(source))));
}

async function readAll(source: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of source as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes >= TOO_MANY_BYTES) break;
      chunks.push(chunk);
    }
  } catch {
    throw new ContractBreach("$", "cannot be read");
  }
  if (bytes >= TOO_MANY_BYTES) throw new ContractBreach("$", "must be smaller than 100 MB");
  return Buffer.concat(chunks);
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ContractBreach("$", "is not UTF-8 text");
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ContractBreach("$", "is not JSON");
  }
}
