import { readFileSync } from "node:fs";

/** Resident memory of a process in MB: now, and the most it ever had (Linux /proc). */
export function readMemory(pid: number | undefined): { now: number; most: number } {
  if (pid === undefined) return { now: 0, most: 0 };
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const read = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1] ?? 0) / 1024;
  return { now: read("VmRSS"), most: read("VmHWM") };
}
