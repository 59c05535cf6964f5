import { createServer } from "node:http";
import { setPriority } from "node:os";
import { closeDatabase } from "#app/db.server.ts";
import { env } from "#app/env.server.ts";
import { readiness, startDraining } from "#app/health.server.ts";
import { log } from "#app/log.server.ts";
import { stopBoss } from "#app/queue/boss.server.ts";
import { runWorker } from "#app/worker.server.ts";

// Where web and worker share a machine, Shopify's five seconds go before work that can wait.
setPriority(10);
await runWorker();
log.info("worker is working");
const health = env.WORKER_PORT > 0 ? serveHealth(env.WORKER_PORT) : undefined;
for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => void shutDown());

/** /healthz and /readyz on a private port, for the platform that runs the worker. */
function serveHealth(port: number) {
  return createServer((request, response) => {
    if (request.url === "/healthz") return void response.end("ok\n");
    void readiness().then((answer) => {
      response.statusCode = answer.ready ? 200 : 503;
      response.end(JSON.stringify(answer));
    });
  }).listen(port);
}

/** Takes no new jobs, gives running ones 20 s, hands the rest back to the queue. */
async function shutDown(): Promise<void> {
  log.info("worker is shutting down");
  startDraining();
  health?.close();
  await stopBoss(20_000);
  await closeDatabase();
  process.exit(0);
}
