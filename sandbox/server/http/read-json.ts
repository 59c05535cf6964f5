import type { SandboxRequest } from "./answer.ts";
import { Refusal } from "./refusal.ts";

/** The body as JSON; an empty body is an empty object. @throws Refusal 400. */
export function readJson(request: SandboxRequest): unknown {
  const text = request.body.toString("utf8");
  if (text.trim() === "") return {};
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, "The body is not JSON.");
  }
}
