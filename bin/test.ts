import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * Everything that must hold before a change lands: static checks, then every test. Prints each step,
 * the output of those that fail, and ends with "N passed, N failed" (a static check counts as one).
 *   node bin/run.mjs bin/test.ts            everything
 *   node bin/run.mjs bin/test.ts --check    everything but the browser tests
 */
interface Tally {
  passed: number;
  failed: number;
}

const checks: readonly (readonly [string, string, ...string[]])[] = [
  ["format", "prettier", "--check", "--log-level=warn", "."],
  ["types", "tsc", "--noEmit"],
  ["lint", "eslint", "."],
  ["import rules", "depcruise", "app", "sandbox", "bin", "bench", "--config", "--no-progress"],
  ["unused code", "knip"],
  ["web build", "remix", "vite:build"],
];

const tally: Tally = { passed: 0, failed: 0 };
for (const [name, command, ...args] of checks) await check(name, command, args);
const projects = process.argv.includes("--check")
  ? ["pure", "database"]
  : ["pure", "database", "browser"];
await runTests(projects);
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exit(tally.failed > 0 ? 1 : 0);

async function check(name: string, command: string, args: readonly string[]): Promise<void> {
  const startedAt = Date.now();
  const { code, output } = await run(command, args);
  const seconds = ((Date.now() - startedAt) / 1000).toFixed(0);
  console.log(`${code === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  if (code === 0) tally.passed += 1;
  else {
    tally.failed += 1;
    console.log(output);
  }
}

/** Runs vitest with its own report on screen and counts from its JSON. */
async function runTests(projects: readonly string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "backroom-test-"));
  const report = join(folder, "report.json");
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const { code } = await run(
    "vitest",
    [...args, ...projects.map((name) => `--project=${name}`)],
    true,
  );
  const counts = readCounts(report);
  tally.passed += counts.passed;
  tally.failed += counts.failed;
  // A file that cannot even load has no failed test of its own.
  if (code !== 0 && counts.failed === 0) tally.failed += 1;
  rmSync(folder, { recursive: true, force: true });
}

function readCounts(report: string): Tally {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, "utf8")) as {
      numPassedTests: number;
      numFailedTests: number;
    };
    return { passed: numPassedTests, failed: numFailedTests };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function run(
  command: string,
  args: readonly string[],
  show = false,
): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: show ? "inherit" : ["ignore", "pipe", "pipe"] });
    let output = "";
    child.stdout?.on("data", (chunk: Buffer) => void (output += chunk.toString()));
    child.stderr?.on("data", (chunk: Buffer) => void (output += chunk.toString()));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}
