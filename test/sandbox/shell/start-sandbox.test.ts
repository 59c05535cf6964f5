import { createServer } from "node:http";
import { expect, test } from "vitest";
import { closeServer } from "#sandbox/server/http/close-server.ts";
import { listenOn } from "#sandbox/server/http/listen-on.ts";
import { startTestSandbox } from "./start-test-sandbox.ts";

test("a busy port is one clear line, and nothing is left listening", async () => {
  const occupant = createServer();
  const port = Number(new URL(await listenOn(occupant, 0, "a test")).port);
  await expect(startTestSandbox({ tunnelPort: port })).rejects.toThrow(
    `Port ${port} for the app's public address is in use.`,
  );
  await closeServer(occupant);
});
