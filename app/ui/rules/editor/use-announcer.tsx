import { useState } from "react";

/** A live region, and the function that speaks through it. */
export function useAnnouncer() {
  const [said, setSaid] = useState({ message: "", count: 0 });
  const announce = (message: string) => setSaid(({ count }) => ({ message, count: count + 1 }));
  // The key makes the same words said twice two announcements.
  const region = (
    <div role="status" aria-live="polite" className="Polaris-Text--visuallyHidden">
      <span key={said.count}>{said.message}</span>
    </div>
  );
  return { announce, region } as const;
}
