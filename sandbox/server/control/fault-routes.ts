import { faultSettings } from "../faults/fault-settings.ts";
import { answerJson } from "../http/answer-json.ts";
import { readJson } from "../http/read-json.ts";
import type { Route } from "../http/route-request.ts";
import type { Sandbox } from "../sandbox.ts";

/** Faults: read them, replace them (what is left out is off), or end them all. */
export function faultRoutes({ faults }: Sandbox): Route[] {
  return [
    { method: "GET", path: "/sandbox/faults", handle: () => answerJson(200, faults.read()) },
    {
      method: "PUT",
      path: "/sandbox/faults",
      handle: (request) => answerJson(200, faults.set(faultSettings.parse(readJson(request)))),
    },
    {
      method: "DELETE",
      path: "/sandbox/faults",
      handle: () => {
        faults.clear();
        return answerJson(200, faults.read());
      },
    },
  ];
}
