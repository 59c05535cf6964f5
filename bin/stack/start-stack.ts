import pg from "pg";
import { installQueues } from "#app/queue/install-queues.server.ts";
import type { SandboxOptions, RunningSandbox } from "#sandbox/server/start-sandbox.ts";
import { startSandbox } from "#sandbox/server/start-sandbox.ts";
import { applyMigrations } from "../../prisma/apply-migrations.ts";
import { buildWeb } from "./build-web.ts";
import { clientId, clientSecret, stackEnvironment } from "./stack-environment.ts";
import type { RunningPostgres } from "./start-postgres.ts";
import { claimPort, startPostgres } from "./start-postgres.ts";
import type { RunningProcess } from "./start-process.ts";
import { startProcess } from "./start-process.ts";

export interface StackOptions {
  /** 0 takes any free port. */
  readonly ports: StackPorts;
  readonly shops: SandboxOptions["shops"];
  /** Said as each part comes up. */
  readonly say?: (line: string) => void;
  /** A part of the app died by itself; its last output. */
  readonly onDeath?: (tail: string) => void;
  readonly retrySpeed?: number;
}

export interface StackPorts {
  readonly postgres: number;
  readonly sandbox: number;
  readonly tunnel: number;
  readonly web: number;
}

export interface RunningStack {
  readonly sandbox: RunningSandbox;
  /** Owner's connection string. */
  readonly databaseUrl: string;
  readonly postgres: RunningPostgres;
  readonly webUrl: string;
  web: RunningProcess;
  worker: RunningProcess;
  /** Starts another worker or web process with the same environment. */
  spawn(program: "bin/web.ts" | "bin/worker.ts"): RunningProcess;
  stop(): Promise<void>;
}

/** Everything on one machine: PostgreSQL, a pretend Shopify, the app's web process and its worker. */
export async function startStack(options: StackOptions): Promise<RunningStack> {
  const say = options.say ?? (() => undefined);
  say("Building the pages …");
  buildWeb();
  const webPort = await claimPort(options.ports.web, "the app");
  say("Starting PostgreSQL …");
  const postgres = await startPostgres(options.ports.postgres);
  const databaseUrl = await prepareDatabase(postgres);
  say("Starting the pretend Shopify …");
  const sandbox = await openSandbox(options, webPort, postgres);
  const env = stackEnvironment({ databaseUrl, sandbox, webPort });
  const spawn = (program: string) =>
    startProcess(program, env, options.onDeath ?? (() => undefined));
  say("Starting the app and its worker …");
  const stack = {
    sandbox,
    databaseUrl,
    postgres,
    webUrl: `http://localhost:${webPort}`,
    web: spawn("bin/web.ts"),
    worker: spawn("bin/worker.ts"),
    spawn,
    stop: async () => {
      await Promise.all([stack.web.stop(), stack.worker.stop()]);
      await sandbox.close();
      await postgres.stop();
    },
  };
  await untilReady(`http://127.0.0.1:${webPort}/readyz`, stack.web);
  return stack;
}

async function openSandbox(
  options: StackOptions,
  appPort: number,
  postgres: RunningPostgres,
): Promise<RunningSandbox> {
  try {
    return await startSandbox({
      port: options.ports.sandbox,
      tunnelPort: options.ports.tunnel,
      appPort,
      clientId,
      clientSecrets: [clientSecret],
      shops: options.shops,
      retrySpeed: options.retrySpeed ?? 60,
    });
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}

async function prepareDatabase(postgres: RunningPostgres): Promise<string> {
  const admin = new pg.Client(`${postgres.url}/postgres`);
  await admin.connect();
  await admin.query("CREATE DATABASE backroom");
  await admin.end();
  const databaseUrl = `${postgres.url}/backroom`;
  const client = new pg.Client(databaseUrl);
  await client.connect();
  await applyMigrations(client);
  await client.end();
  await installQueues(databaseUrl);
  return databaseUrl;
}

async function untilReady(url: string, web: RunningProcess): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt += 1) {
    const ready = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    if (web.child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The app did not come up:\n${web.tail()}`);
}
