/**
 * Remembers what a page last showed, for stock rooms with poor signal. `read` fetches it anew; when
 * there is no connection the last one comes back marked `offline`. Throws what `read` throws when
 * nothing was shown yet, and every answer of the server (a redirect, an error page).
 */
export function keepLast<T extends object>() {
  let last: T | null = null;
  return async (read: () => Promise<T>): Promise<T & { readonly offline?: true }> => {
    try {
      last = await read();
      return last;
    } catch (problem) {
      // The browser's fetch throws a TypeError when nothing answered.
      if (!(problem instanceof TypeError) || last === null) throw problem;
      return { ...last, offline: true };
    }
  };
}
