import { execFile } from "node:child_process";
import { createServer } from "node:http";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { closeServer } from "#sandbox/server/http/close-server.ts";
import { listenOn } from "#sandbox/server/http/listen-on.ts";

const run = promisify(execFile);

test("the program says in one line which port is taken, and fails", async () => {
  const occupant = createServer();
  const port = new URL(await listenOn(occupant, 0, "a test")).port;
  const env = { ...process.env, SANDBOX_PORT: port, TUNNEL_PORT: "0" };
  const started = run(process.execPath, ["sandbox/server/main.ts"], { env });
  await expect(started).rejects.toMatchObject({
    code: 1,
    stderr: `Port ${port} for the sandbox is in use. Stop what uses it or choose another.\n`,
  });
  await closeServer(occupant);
});
