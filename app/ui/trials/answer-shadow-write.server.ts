import { data } from "@remix-run/node";
import type { ShadowRefusal } from "#app/insights/shadow/shadow-write.ts";
import type { ActionAnswer } from "../action-answer.ts";

/** Why a shadow run was not started or stopped, with its status. Throws 404. */
export function refuseShadowWrite(because: ShadowRefusal) {
  if (because === "not_found") throw new Response("Not found", { status: 404 });
  const { status, message } = refusals[because];
  return data<ActionAnswer>({ ok: false, message }, status);
}

const refusals: Readonly<
  Record<Exclude<ShadowRefusal, "not_found">, { readonly status: number; readonly message: string }>
> = {
  forbidden: { status: 403, message: "Only managers may try rules." },
  runs_already: { status: 409, message: "This draft runs in the shadow already." },
  too_many: { status: 409, message: "Three drafts run in the shadow already. Stop one first." },
  over: { status: 409, message: "This run was stopped already. Reload the page." },
};
