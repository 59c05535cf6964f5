import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const built = "build/server/index.js";
const sources = ["app", "vite.config.ts", "package-lock.json"];

/** Builds the web bundle when there is none or a source file is newer. Throws what the build printed. */
export function buildWeb(): void {
  if (existsSync(built) && newest(sources) <= statSync(built).mtimeMs) return;
  const result = spawnSync("remix", ["vite:build"], {
    encoding: "utf8",
    env: { ...process.env, NODE_ENV: "production" },
  });
  if (result.status !== 0)
    throw new Error(`The web build failed:\n${result.stdout}${result.stderr}`);
}

function newest(paths: readonly string[]): number {
  return Math.max(...paths.map(newestIn));
}

function newestIn(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Math.max(0, ...files.map((file) => statSync(join(file.parentPath, file.name)).mtimeMs));
}
