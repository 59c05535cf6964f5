import { measureAcknowledgement } from "./intake/measure-acknowledgement.ts";
import { measureBacklog } from "./intake/measure-backlog.ts";

/**
 * `npm run bench -- intake [--seconds 60] [--orders 10000]`: web, worker, PostgreSQL, the pretend
 * Shopify and the load share this machine. Prints each target beside what was measured.
 */
function option(name: string, fallback: number): number {
  const at = process.argv.indexOf(`--${name}`);
  const value = at < 0 ? fallback : Number(process.argv[at + 1]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number.`);
  return value;
}

const only = process.argv.includes("--backlog-only");
if (!only) await measureAcknowledgement(option("seconds", 60));
await measureBacklog(option("orders", 10_000));
process.exit(0);
