import { useState } from "react";

/**
 * Saves a file of ours. A plain link would leave the embedded page's session behind: App Bridge signs
 * what is fetched, so the file is fetched and then handed to the browser.
 */
export function useDownload() {
  const [state, setState] = useState<"idle" | "loading" | "failed">("idle");
  const start = async (url: string, filename: string) => {
    setState("loading");
    const answer = await fetch(url).catch(() => null);
    const file = answer?.ok ? await answer.blob().catch(() => null) : null;
    if (file) save(file, filename);
    setState(file ? "idle" : "failed");
  };
  return { start, loading: state === "loading", failed: state === "failed" };
}

function save(file: Blob, filename: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = filename;
  link.click();
  URL.revokeObjectURL(link.href);
}
