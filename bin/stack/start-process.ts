import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";

export interface RunningProcess {
  readonly child: ChildProcess;
  /** The last lines it wrote, for the message when it dies. */
  tail(): string;
  /** Asks it to end and waits; forces it after 20 s. */
  stop(): Promise<void>;
}

/** Starts one of the app's programs as production would, but with Shopify's hosts sent to the sandbox. */
export function startProcess(
  program: string,
  env: NodeJS.ProcessEnv,
  onDeath: (tail: string) => void,
): RunningProcess {
  const flags = [
    "--disable-warning=ExperimentalWarning",
    "--max-old-space-size=256",
    "--max-semi-space-size=32",
    "--import",
    "./sandbox/network.mjs",
  ];
  const child = spawn(process.execPath, [...flags, program], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let tail = "";
  const keep = (chunk: Buffer) => void (tail = (tail + chunk.toString()).slice(-6_000));
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  let stopping = false;
  child.once("exit", () => {
    if (!stopping) onDeath(tail);
  });
  return {
    child,
    tail: () => tail,
    stop: () => {
      stopping = true;
      return endProcess(child);
    },
  };
}

function endProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill("SIGKILL"), 20_000);
    child.once("exit", () => {
      clearTimeout(force);
      resolve();
    });
    child.kill("SIGTERM");
  });
}
