import { existsSync } from "node:fs";
import type { RequestListener, Server } from "node:http";
import { createServer } from "node:http";
import { createRequestHandler } from "@remix-run/express";
import type { ServerBuild } from "@remix-run/node";
import compression from "compression";
import express from "express";
import { env } from "#app/env.server.ts";
import { log } from "#app/log.server.ts";
import { serveAction } from "./web/serve-action.ts";

const build = new URL("../build/server/index.js", import.meta.url);
if (!existsSync(build)) {
  console.error("There is no web build yet: run `npm run build` first.");
  process.exit(2);
}

const server = serve(await import(build.href));
for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => void shutDown(server));

function serve(app: ServerBuild): Server {
  const http = express();
  http.disable("x-powered-by");
  http.set("trust proxy", true);
  // Names of built files hold a hash of their content.
  http.use("/assets", express.static("build/client/assets", { immutable: true, maxAge: "1y" }));
  http.use(express.static("build/client", { maxAge: "1h" }));
  http.use(compression());
  const answer = createRequestHandler({ build: app, mode: env.NODE_ENV });
  http.all("*", (request, response, next) => void answer(request, response, next));
  const listening = createServer(webhooksFirst(app, http));
  // Above the 60 s of the usual load balancer, which else sends on a connection just closed here.
  listening.keepAliveTimeout = 65_000;
  // A peak opens hundreds of connections at once; one the queue has no room for waits a second.
  listening.listen({ port: env.PORT, backlog: 4_096 }, () =>
    log.info({ port: env.PORT }, "web is listening"),
  );
  listening.on("error", (error: NodeJS.ErrnoException) => {
    const busy = error.code === "EADDRINUSE";
    console.error(busy ? `Port ${env.PORT} is in use; set PORT to a free one.` : String(error));
    process.exit(1);
  });
  return listening;
}

/** A shop's peak is a thousand webhooks a second: they pass neither Express nor the router. */
function webhooksFirst(app: ServerBuild, rest: RequestListener): RequestListener {
  const action = app.routes["routes/webhooks"]?.module.action;
  if (!action) throw new Error("The build has no webhook route.");
  const serveWebhook = serveAction(action);
  return (request, response) => {
    const isWebhook = request.method === "POST" && request.url === "/webhooks";
    return isWebhook ? serveWebhook(request, response) : rest(request, response);
  };
}

/** Answers what is under way, then leaves; the platform's limit is usually 30 s. */
async function shutDown(listening: Server): Promise<void> {
  log.info("web is shutting down");
  const forced = setTimeout(() => process.exit(1), 25_000);
  forced.unref();
  await new Promise((resolve) => listening.close(resolve));
  // The build holds connections of its own, out of reach here; they end with the process.
  process.exit(0);
}
