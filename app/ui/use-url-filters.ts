import { useSearchParams } from "@remix-run/react";

export interface UrlFilters {
  readonly get: (name: string) => string;
  /** Sets a filter, or removes it when empty, and goes back to the first page. */
  readonly set: (name: string, value: string) => void;
  readonly goToPage: (page: number) => void;
  readonly clear: () => void;
}

/** A list's filters live in the address, so that a view can be bookmarked, shared and gone back to. */
export function useUrlFilters(): UrlFilters {
  const [params, setParams] = useSearchParams();
  const change = (name: string, value: string) => {
    const next = new URLSearchParams(params);
    if (name !== "page") next.delete("page");
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { preventScrollReset: name !== "page", replace: name !== "page" });
  };
  return {
    get: (name) => params.get(name) ?? "",
    set: change,
    goToPage: (page) => change("page", page > 1 ? String(page) : ""),
    clear: () => setParams(keepEmbedding(params)),
  };
}

// Shopify's admin passes these on the first page; App Bridge and the login need them to stay.
function keepEmbedding(params: URLSearchParams): URLSearchParams {
  const kept = ["shop", "host", "embedded", "id_token", "locale"];
  return new URLSearchParams([...params].filter(([name]) => kept.includes(name)));
}
