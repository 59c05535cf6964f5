import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const everyMs = 3_000;

/** Reads the page's data again every few seconds while something is under way and the tab is seen. */
export function useRefreshWhile(underWay: boolean): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!underWay) return;
    const timer = setInterval(() => {
      if (document.visibilityState === "visible") revalidate();
    }, everyMs);
    return () => clearInterval(timer);
  }, [underWay, revalidate]);
}
