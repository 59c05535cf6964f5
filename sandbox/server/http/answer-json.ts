import type { Answer } from "./answer.ts";

/** A JSON answer. Ids kept as BigInt are written as strings: the control API never loses a digit. */
export function answerJson(status: number, value: unknown): Answer {
  const body = JSON.stringify(value, (_key, item: unknown) =>
    typeof item === "bigint" ? item.toString() : item,
  );
  return { status, headers: { "content-type": "application/json; charset=utf-8" }, body };
}
