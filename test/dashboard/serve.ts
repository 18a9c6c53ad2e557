import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import sirv from "sirv";

/** What the server of the site sends with every page; the pages must work under it. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; " +
  "img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

const SITE = fileURLToPath(new URL("../../dashboard/dist", import.meta.url));

export interface Served {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Serves the built site, and a folder of releases under `/data/`, on a free port of this machine. */
export async function serveSite(data: string): Promise<Served> {
  const site = sirv(SITE, { dev: true, etag: true });
  const releases = sirv(data, { dev: true, etag: true });
  const server = createServer((request, response) => {
    response.setHeader("content-security-policy", CONTENT_SECURITY_POLICY);
    const nothing = (): void => {
      response.statusCode = 404;
      response.end("not found");
    };
    if (request.url?.startsWith("/data/")) {
      request.url = request.url.slice("/data".length);
      releases(request, response, nothing);
    } else site(request, response, nothing);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
