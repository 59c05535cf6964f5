import { listMigrations } from "../prisma/apply-migrations.ts";
import { isDatabaseUp, listAppliedMigrations } from "./db.server.ts";

let draining = false;

/** From now on this process answers "not ready", so that nobody sends it new work. */
export function startDraining(): void {
  draining = true;
}

export interface Readiness {
  readonly ready: boolean;
  /** What is in the way, for the operator. */
  readonly because: string;
}

/** Ready when the database answers, its schema is as new as the code, and we are not shutting down. */
export async function readiness(): Promise<Readiness> {
  if (draining) return { ready: false, because: "shutting down" };
  if (!(await isDatabaseUp())) return { ready: false, because: "the database does not answer" };
  const applied = new Set(await listAppliedMigrations());
  const missing = listMigrations().filter((name) => !applied.has(name));
  if (missing.length > 0)
    return { ready: false, because: `migration ${missing[0]} is not applied` };
  return { ready: true, because: "" };
}
