import { readFileSync } from "node:fs";
import type { Answer } from "../http/answer.ts";
import { Refusal } from "../http/refusal.ts";
import type { Route } from "../http/route-request.ts";

const TYPES: Readonly<Record<string, string>> = {
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
};

/** The scripts and styles of the admin frame and the control page, as they lie in `sandbox/browser`. */
export function browserRoutes(): Route[] {
  return [
    {
      method: "GET",
      path: "/sandbox/browser/:folder/:file",
      handle: ({ params }) => readAsset(params["folder"] ?? "", params["file"] ?? ""),
    },
  ];
}

function readAsset(folder: string, file: string): Answer {
  const type = TYPES[file.split(".").at(-1) ?? ""];
  if (!/^(admin|control)$/.test(folder) || !/^[\w-]+\.(js|css)$/.test(file) || !type) {
    throw new Refusal(404, "No such asset.");
  }
  try {
    const body = readFileSync(new URL(`../../browser/${folder}/${file}`, import.meta.url), "utf8");
    return { status: 200, headers: { "content-type": type, "cache-control": "no-store" }, body };
  } catch {
    throw new Refusal(404, "No such asset.");
  }
}
