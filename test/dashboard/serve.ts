import { createServer } from "node:http";
import { listen } from "../../functions/cli/server/listen.ts";
import { publicSite } from "../../functions/cli/server/public-site.ts";

export interface Served {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Serves the built site, and a folder of releases under `/data/`, as `ilp serve` does, on a free port of this machine. */
export async function serveSite(data: string): Promise<Served> {
  const server = createServer(publicSite(data));
  const port = await listen(server, 0, "the test");
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
