import type { Server } from "node:http";

/** Keeps serving until Ctrl-C or a signal to end; ends at once if `isOver` says so. */
export function untilStopped(
  servers: readonly Server[],
  isOver: () => Promise<boolean>,
): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      let open = servers.length;
      for (const server of servers) {
        server.closeAllConnections();
        server.close(() => --open === 0 && resolve());
      }
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
    void isOver().then((over) => over && stop());
  });
}
