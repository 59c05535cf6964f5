import { spawn } from "node:child_process";
import type { LoadPlan, LoadResult } from "./send-webhooks.ts";

/** Runs the load in a process of its own, so that it does not wait for ours. */
export function runLoad(plan: LoadPlan): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    const flags = ["--disable-warning=ExperimentalWarning", "bench/intake/send-webhooks.ts"];
    const child = spawn(process.execPath, flags, { stdio: ["pipe", "pipe", "inherit"] });
    child.stdin.end(JSON.stringify(plan));
    let output = "";
    child.stdout.on("data", (chunk: Buffer) => void (output += chunk.toString()));
    child.on("close", (code) => {
      if (code === 0) resolve(JSON.parse(output) as LoadResult);
      else reject(new Error(`The load process ended with ${code}.`));
    });
  });
}
