import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * `npm run bench` runs the engine's benchmarks: order by order against referee and peers, then whole
 * replenishment cycles against perfect foresight. `npm run bench -- NAME` runs bench/NAME.ts with the
 * arguments that follow.
 */
const [name, ...args] = process.argv.slice(2);
const names = name === undefined ? ["engine", "engine-lookahead"] : [name];
for (const one of names) {
  const program = `bench/${one}.ts`;
  if (!/^[a-z-]+$/.test(one) || !existsSync(program)) {
    console.error(`There is no benchmark "${one}" in bench/.`);
    process.exit(2);
  }
  const flags = ["--disable-warning=ExperimentalWarning", program];
  const { status } = spawnSync(process.execPath, [...flags, ...args], { stdio: "inherit" });
  if (status !== 0) process.exitCode = status ?? 1;
}
