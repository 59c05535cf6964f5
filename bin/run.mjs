// Runs a program of this repository on a machine that has only Node and npm: installs what the lock
// file names if that was not done yet, generates the database client, then starts the program on the
// Node 22 that came with the packages. Plain JavaScript, because it must run on older Nodes too.
//   node bin/run.mjs bin/demo.ts --orders 40 --exit
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));
const bin = join(root, "node_modules", ".bin");
const stamps = join(root, "node_modules", ".backroom");
const env = { ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ""}` };

installPackages();
generateDatabaseClient();
runProgram(process.argv.slice(2));

function installPackages() {
  const lock = digestOf("package-lock.json");
  if (stampOf("packages") === lock) return;
  console.error("Installing packages (once, about a minute) …");
  runOrExit("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  stamp("packages", lock);
}

function generateDatabaseClient() {
  const schema = digestOf("prisma/schema.prisma");
  if (stampOf("client") === schema && existsSync(join(root, "app/generated/prisma"))) return;
  runOrExit(join(bin, "prisma"), ["generate"], {
    ...env,
    DATABASE_URL: "postgres://none/none",
    CHECKPOINT_DISABLE: "1",
  });
  stamp("client", schema);
}

function runProgram([program, ...args]) {
  if (!program) {
    console.error("Usage: node bin/run.mjs PROGRAM [ARGUMENT …]");
    process.exit(2);
  }
  const child = spawn(
    join(bin, "node"),
    ["--disable-warning=ExperimentalWarning", join(root, program), ...args],
    {
      cwd: root,
      stdio: "inherit",
      env,
    },
  );
  // The terminal sends Ctrl-C to both; the program decides when it is done, we report how.
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  child.on("exit", (code, signal) => process.exit(signal ? 130 : (code ?? 1)));
}

function runOrExit(command, args, environment = env) {
  const result = spawnSync(command, args, { cwd: root, env: environment, encoding: "utf8" });
  if (result.status === 0) return;
  console.error(
    `${command} ${args.join(" ")} failed:\n${result.stdout ?? ""}${result.stderr ?? ""}`,
  );
  process.exit(1);
}

function digestOf(file) {
  return createHash("sha256")
    .update(readFileSync(join(root, file)))
    .digest("hex");
}

function stampOf(name) {
  const file = join(stamps, name);
  return existsSync(file) ? readFileSync(file, "utf8") : "";
}

function stamp(name, value) {
  mkdirSync(stamps, { recursive: true });
  writeFileSync(join(stamps, name), value);
}
