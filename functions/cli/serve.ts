import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import { PUBLIC_PATH } from "../layout.ts";
import { CommandError } from "./command-error.ts";
import { listen } from "./listen.ts";
import { localFolders } from "./local-places.ts";

/** The built dashboard; this file runs from `dist/cli/<version>/`. */
export const SITE = fileURLToPath(new URL("../../../dashboard/dist", import.meta.url));

/** What the browser may do with our pages: everything from here, nothing from elsewhere. */
const HEADERS: { readonly [header: string]: string } = {
  "content-security-policy":
    "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
};

/** Serves the dashboard, and the public bucket under `/data/`, on this machine only. */
export async function serve(data: string, port: number): Promise<Server> {
  if (!existsSync(join(SITE, "index.html"))) {
    throw new CommandError("the dashboard is not built: run npm run build:dashboard first");
  }
  const folder = localFolders(data).public;
  await mkdir(folder, { recursive: true });
  const site = sirv(SITE, { dev: true, extensions: ["html"] });
  const releases = sirv(folder, { dev: true, dotfiles: false });
  const server = createServer((request, response) => {
    for (const [header, value] of Object.entries(HEADERS)) response.setHeader(header, value);
    response.setHeader("cache-control", "no-cache");
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { allow: "GET, HEAD" }).end();
    } else if (request.url?.startsWith(PUBLIC_PATH)) {
      request.url = request.url.slice(PUBLIC_PATH.length - 1);
      releases(request, response, () => notFound(request, response));
    } else {
      site(request, response, () => notFound(request, response));
    }
  });
  await listen(server, port);
  return server;
}

function notFound(_request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Not found\n");
}

/** Keeps serving until Ctrl-C or a request to end. */
export function untilStopped(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      server.closeAllConnections();
      server.close(() => resolve());
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
  });
}
