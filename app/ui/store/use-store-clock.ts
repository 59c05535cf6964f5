import { useEffect, useState } from "react";

const tickMs = 10_000;

/**
 * The server's "now" in epoch ms, ticking on. Phones in stock rooms have wrong clocks, so the page
 * counts from what the server said, not from what the phone thinks.
 */
export function useStoreClock(serverNow: string): number {
  const [now, setNow] = useState(() => Date.parse(serverNow));
  useEffect(() => {
    const told = Date.parse(serverNow);
    const since = performance.now();
    setNow(told);
    const timer = setInterval(() => setNow(told + performance.now() - since), tickMs);
    return () => clearInterval(timer);
  }, [serverNow]);
  return now;
}
