import { once } from "node:events";
import { measureRun } from "#app/insights/scenario/measure-run.ts";
import type { Scenario } from "#app/insights/scenario/parse-scenario.ts";
import { readScenario } from "#app/insights/scenario/read-scenario.server.ts";
import { runScenario } from "#app/insights/scenario/run-scenario.ts";
import { ContractBreach } from "#app/rules/parse-ruleset-fields.ts";

const USAGE = "usage: route [FILE.json | -] [--independent] [--timing]";
/** Orders decided before a timed run and thrown away, so that it measures compiled code. */
const WARM_UP_ORDERS = 300;

interface Arguments {
  readonly path: string | null;
  readonly independent: boolean;
  readonly timing: boolean;
}

function parseArguments(words: readonly string[]): Arguments | null {
  const options = words.filter((word) => word.startsWith("--"));
  const paths = words.filter((word) => !word.startsWith("--"));
  const known = options.every((option) => option === "--independent" || option === "--timing");
  if (!known || paths.length > 1) return null;
  return {
    path: paths[0] === undefined || paths[0] === "-" ? null : paths[0],
    independent: options.includes("--independent"),
    timing: options.includes("--timing"),
  };
}

/** Decides every order and prints it, waiting whenever the reader is slower than the engine. */
async function printDecisions(scenario: Scenario, { independent, timing }: Arguments) {
  if (timing) warmUp(scenario);
  const watch = measureRun(() => performance.now());
  for (const decision of runScenario(scenario, { independent, routing: () => watch.routing() })) {
    watch.onDecided();
    if (!process.stdout.write(`${JSON.stringify(decision)}\n`)) await once(process.stdout, "drain");
  }
  if (timing) console.error(JSON.stringify({ timing: watch.timing() }));
}

function warmUp(scenario: Scenario): void {
  const orders = scenario.orders.slice(0, WARM_UP_ORDERS);
  const decisions = runScenario({ ...scenario, orders }, { independent: true });
  while (!decisions.next().done);
}

/** Exit codes: 0 decided, 1 a bug, 2 a file that breaks the contract or wrong arguments. */
async function main(): Promise<number> {
  const given = parseArguments(process.argv.slice(2));
  if (!given) {
    console.error(USAGE);
    return 2;
  }
  try {
    await printDecisions(await readScenario(given.path), given);
    return 0;
  } catch (error) {
    if (!(error instanceof ContractBreach)) throw error;
    console.error(error.message);
    return 2;
  }
}

// A reader that has seen enough (`| head`) closes the pipe; that is not an error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});
process.exitCode = await main();
