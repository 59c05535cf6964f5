import { PgBoss } from "pg-boss";
import { env } from "../env.server.ts";
import { log } from "../log.server.ts";

let started: Promise<PgBoss> | undefined;

/**
 * The process's one pg-boss, started on first use. The schema and the queues are made by
 * `npm run migrate`. `works` adds upkeep and the clock, which only the worker needs.
 */
export function boss(works = false): Promise<PgBoss> {
  started ??= start(works);
  return started;
}

async function start(works: boolean): Promise<PgBoss> {
  const instance = new PgBoss({
    connectionString: env.DATABASE_URL,
    max: works ? 6 : 2,
    migrate: false,
    createSchema: false,
    supervise: works,
    // A killed worker's jobs hold up their shop until they are missed: heartbeat plus this.
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
    schedule: works,
    useListenNotify: works,
  });
  instance.on("error", (error) => log.error({ err: error }, "job queue error"));
  instance.on("warning", (warning) => log.warn({ warning }, "job queue warning"));
  return instance.start();
}

/** Stops fetching, waits for running jobs up to `timeout` ms, closes connections. */
export async function stopBoss(timeout = 20_000): Promise<void> {
  const instance = await started;
  started = undefined;
  await instance?.stop({ graceful: true, timeout });
}
