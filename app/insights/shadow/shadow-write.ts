/** What came of starting or stopping a shadow run. */
export type ShadowWrite =
  | { readonly ok: true; readonly shadowId: string }
  | { readonly ok: false; readonly because: ShadowRefusal };

export type ShadowRefusal =
  /** Store roles only read. */
  | "forbidden"
  /** No such run, or no such open draft. */
  | "not_found"
  /** The draft runs in the shadow already. */
  | "runs_already"
  /** As many drafts run as the shop may try at once. */
  | "too_many"
  | "over";
