import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/**
 * `npm run bench` runs the engine's benchmark; `npm run bench -- NAME` runs bench/NAME.ts with the
 * arguments that follow.
 */
const [name = "engine", ...args] = process.argv.slice(2);
const program = `bench/${name}.ts`;
if (!/^[a-z-]+$/.test(name) || !existsSync(program)) {
  console.error(`There is no benchmark "${name}" in bench/.`);
  process.exit(2);
}
const flags = ["--disable-warning=ExperimentalWarning", program];
process.exit(spawnSync(process.execPath, [...flags, ...args], { stdio: "inherit" }).status ?? 1);
