import type { Server } from "node:http";

/** Stops a server at once: open keep-alive connections would otherwise hold the process up. */
export async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
