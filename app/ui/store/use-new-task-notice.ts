import { useEffect, useRef, useState } from "react";

interface Offered {
  readonly taskId: string;
  readonly orderName: string;
}

/**
 * Announces tasks that were not in the queue at the last look: "New task: #1042", "3 new tasks".
 * Empty until something new arrives; the text stays until the next arrival.
 */
export function useNewTaskNotice(offered: readonly Offered[]): string {
  const seen = useRef<ReadonlySet<string> | null>(null);
  const [notice, setNotice] = useState("");
  useEffect(() => {
    const before = seen.current;
    seen.current = new Set([...(before ?? []), ...offered.map((task) => task.taskId)]);
    const fresh = before ? offered.filter((task) => !before.has(task.taskId)) : [];
    if (fresh.length === 1) setNotice(`New task: ${fresh[0]?.orderName ?? ""}`);
    if (fresh.length > 1) setNotice(`${fresh.length} new tasks`);
  }, [offered]);
  return notice;
}
