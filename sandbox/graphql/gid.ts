import type { Id } from "../shop/state.ts";
import { resourceNotFound } from "./errors.ts";

const GID = /^gid:\/\/shopify\/([A-Za-z]+)\/([^?]+)(?:\?.*)?$/;

/** Kind and id of a gid; null when it is not one. */
export function parseGid(gid: string): { kind: string; id: Id } | null {
  const [, kind, id] = GID.exec(gid) ?? [];
  return kind === undefined || id === undefined ? null : { kind, id };
}

/** The id in a gid of this kind. Throws RESOURCE_NOT_FOUND for another kind, or id 0. */
export function idIn(kind: string, gid: string): Id {
  const parsed = parseGid(gid);
  if (parsed?.kind !== kind || parsed.id === "0") throw resourceNotFound(gid);
  return parsed.id;
}

/** Like `idIn`, for an optional argument. */
export function optionalIdIn(kind: string, gid: string | null | undefined): Id | null {
  return gid == null ? null : idIn(kind, gid);
}
