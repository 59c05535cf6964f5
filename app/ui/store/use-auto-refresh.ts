import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";

const everyMs = 20_000;

/** Reads the page's data again every 20 s, and at once when the phone wakes up or is back online. */
export function useAutoRefresh(): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    const refresh = () => {
      const watched = document.visibilityState === "visible" && navigator.onLine;
      if (watched && state === "idle") revalidate();
    };
    const timer = setInterval(refresh, everyMs);
    document.addEventListener("visibilitychange", refresh);
    window.addEventListener("online", refresh);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", refresh);
      window.removeEventListener("online", refresh);
    };
  }, [revalidate, state]);
}
