import { parseArgs } from "node:util";
import type { StackPorts } from "../stack/start-stack.ts";

export interface DemoOptions {
  /** Orders of the first batch. */
  readonly orders: number;
  /** Settle, report and leave instead of staying up. */
  readonly exit: boolean;
  readonly seed: number;
  readonly ports: StackPorts;
}

/** Reads `--orders N --exit --seed N` and the ports from the environment. Throws one line on misuse. */
export function readOptions(args: readonly string[], env: NodeJS.ProcessEnv): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      orders: { type: "string", default: "12" },
      exit: { type: "boolean", default: false },
      seed: { type: "string", default: "1" },
    },
  });
  return {
    orders: wholeNumber("--orders", values.orders, 1, 10_000),
    exit: values.exit,
    seed: wholeNumber("--seed", values.seed, 0, 2 ** 31),
    ports: {
      web: port("PORT", env.PORT, 3000),
      sandbox: port("SANDBOX_PORT", env.SANDBOX_PORT, 4010),
      tunnel: port("TUNNEL_PORT", env.TUNNEL_PORT, 4011),
      postgres: port("POSTGRES_PORT", env.POSTGRES_PORT, 0),
    },
  };
}

function port(name: string, text: string | undefined, fallback: number): number {
  return text === undefined || text === "" ? fallback : wholeNumber(name, text, 0, 65_535);
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new Error(`${name} must be a whole number from ${least} to ${most}, not "${text}".`);
}
