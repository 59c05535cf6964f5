import { measureAcknowledgement } from "./intake/measure-acknowledgement.ts";
import { measureBacklog } from "./intake/measure-backlog.ts";
import { measureBudget } from "./intake/measure-budget.ts";

/**
 * `npm run bench -- intake [acknowledge] [backlog] [budget] [--seconds 60] [--orders 10000]`: web,
 * worker, PostgreSQL, the pretend Shopify and the load share this machine. Prints each target beside
 * what was measured; without names, all three parts.
 */
const args = process.argv.slice(2);
const named = ["acknowledge", "backlog", "budget"].filter((part) => args.includes(part));
const runs = (part: string) => named.length === 0 || named.includes(part);

if (runs("acknowledge")) await measureAcknowledgement(option("seconds", 60));
if (runs("backlog")) await measureBacklog(option("orders", 10_000));
if (runs("budget")) await measureBudget(Math.min(600, option("orders", 600)));
process.exit(0);

function option(name: string, fallback: number): number {
  const at = args.indexOf(`--${name}`);
  const value = at < 0 ? fallback : Number(args[at + 1]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number.`);
  return value;
}
