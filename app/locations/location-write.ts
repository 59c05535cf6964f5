/** How a write to a location ends. A foreign or unknown location is not found, whoever asks. */
export type LocationWrite =
  { readonly ok: true } | { readonly ok: false; readonly because: "not_found" };
