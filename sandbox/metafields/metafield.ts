import { createHash } from "node:crypto";
import type { Id } from "../shop/state.ts";

export interface Metafield {
  id: Id;
  ownerGid: string;
  namespace: string;
  key: string;
  type: string;
  value: string;
  createdAt: string;
  updatedAt: string;
}

/** "$app" and "$app:x" stand for namespaces only this app may use. */
export function ownNamespace(namespace: string, appId: string): string {
  return namespace.startsWith("$app")
    ? namespace.replace(/^\$app:?/, `app--${appId}--`).replace(/--$/, "")
    : namespace;
}

/** What `compareDigest` must equal for a write that must not overwrite another's. */
export function digestOf({ value }: Metafield): string {
  return createHash("sha256").update(value).digest("hex");
}
