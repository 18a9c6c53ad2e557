import type { Server } from "node:http";
import { CommandError } from "./command-error.ts";

/** Listens on this machine only. */
export const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) => {
      reject(
        error.code === "EADDRINUSE"
          ? new CommandError(
              `port ${port} is taken: choose another, as in PORT=${port + 1} npm start`,
            )
          : error,
      );
    });
    server.listen(port, "127.0.0.1", resolve);
  });
