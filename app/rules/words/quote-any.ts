import { joinWords } from "./join-words.ts";

/** “a”, “b” or “c”. */
export function quoteAny(values: readonly string[]): string {
  return joinWords(
    values.map((value) => `“${value}”`),
    "or",
  );
}
