import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { CommandError } from "../arguments/command-error.ts";

/**
 * Listens on this machine only.
 * @param port 0 for one that is free
 * @param forWhat what cannot be served where the port is taken, such as "the console"
 * @returns the port
 */
export const listen = (server: Server, port: number, forWhat: string): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new CommandError(
              `port ${port} is already in use, and ${forWhat} needs it: choose another, such as PORT=${port + 10} npm start`,
            )
          : error,
      );
    });
    server.listen(port, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
