import type { Answer, Handler, SandboxRequest } from "./answer.ts";
import { Refusal } from "./refusal.ts";

export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** A path whose `:name` segments match one segment, and whose final `*name` matches the rest. */
  readonly path: string;
  readonly handle: Handler;
}

interface CompiledRoute extends Route {
  readonly pattern: RegExp;
}

/** Compiles a route table into a function that answers a request, or null when no route matches. */
export function routeRequest(routes: readonly Route[]) {
  const compiled: CompiledRoute[] = routes.map((route) => ({
    ...route,
    pattern: compilePath(route.path),
  }));
  return (request: SandboxRequest): Answer | Promise<Answer> | null => {
    for (const route of compiled) {
      if (route.method !== request.method) continue;
      const match = route.pattern.exec(request.url.pathname);
      if (match) return route.handle({ ...request, params: decodeParams(match.groups) });
    }
    return null;
  };
}

function compilePath(path: string): RegExp {
  const source = path
    .split("/")
    .map((segment) => {
      if (segment.startsWith(":")) return `/(?<${segment.slice(1)}>[^/]+)`;
      if (segment.startsWith("*")) return `(?:/(?<${segment.slice(1)}>.*))?`;
      return segment === "" ? "" : `/${segment.replace(/[.+]/g, "\\$&")}`;
    })
    .join("");
  return new RegExp(`^${source === "" ? "/" : source}$`);
}

function decodeParams(groups: Record<string, string> | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups ?? {}).map(([name, value]) => [name, decodeSegment(value ?? "")]),
  );
}

function decodeSegment(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw new Refusal(400, `The address has a broken escape: ${segment}`);
  }
}
