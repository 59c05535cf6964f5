import type { Server } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * Listens on the loopback interface only: everything here is a tool for one machine.
 *
 * @param port 0 takes any free port.
 * @returns the origin, such as `http://127.0.0.1:4010`.
 * @throws Error with one line naming the port and what it was for, when the port is taken.
 */
export async function listenOn(server: Server, port: number, purpose: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new Error(`Port ${port} for ${purpose} is in use. Stop what uses it or choose another.`)
          : error,
      );
    });
    server.listen(port, "127.0.0.1", resolve);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
