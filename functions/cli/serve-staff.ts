import { existsSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import sirv from "sirv";
import type { DistrictId } from "../domain/ids.ts";
import { conformedInForce } from "../pipeline/conformed-manifest.ts";
import type { Places } from "../pipeline/ports.ts";
import { staffAnswer, type StaffReader } from "../pipeline/staff-answer.ts";
import { CommandError } from "./command-error.ts";
import { currentAsOf } from "./current-as-of.ts";
import { listen } from "./listen.ts";
import { withLocalPlaces } from "./local-places.ts";
import { schoolsAsked } from "./schools-asked.ts";
import { sharedPlaces, type WithPlaces } from "./shared-places.ts";
import { OPENING_PATH, staffSession, type StaffSession } from "./staff-session.ts";

/** The built page of the signed-in side; this file runs from `dist/cli/<version>/`. */
const PAGE = fileURLToPath(new URL("../../../dashboard/staff/dist", import.meta.url));

/** Nothing from elsewhere, nothing kept, and no other site may load or frame any of it. */
const HEADERS: { readonly [header: string]: string } = {
  "cache-control": "no-store",
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};

export interface StaffServer {
  readonly server: Server;
  /** It opens the page once. */
  readonly address: string;
}

/**
 * Serves the signed-in side on this machine only: the page and the worklist behind it, which name
 * students, for whoever has the address that is printed. The public side is another server.
 * @param school the one school that may be seen; undefined for every school of the district
 */
export async function serveStaff(
  data: string,
  district: DistrictId,
  school: string | undefined,
  port: number,
): Promise<StaffServer> {
  if (!existsSync(join(PAGE, "index.html"))) {
    throw new CommandError("the dashboard is not built: run npm run build:dashboard first");
  }
  const reader = await withLocalPlaces(data, (places) => readerOf(places, district, school));
  const session = staffSession();
  const withPlaces = sharedPlaces(data);
  const page = sirv(PAGE, { dev: true, etag: false });
  const server = createServer((request, response) => {
    for (const [header, value] of Object.entries(HEADERS)) response.setHeader(header, value);
    const refusal = refusalOf(request, server);
    if (refusal !== null) return end(response, ...refusal);
    if (!URL.canParse(request.url ?? "/", "http://localhost")) {
      return end(response, 400, "this is no address\n");
    }
    const url = new URL(request.url ?? "/", "http://localhost");
    if (url.pathname.startsWith(OPENING_PATH)) return openSession(session, url, response);
    if (!session.isOpen(request.headers.cookie)) return end(response, 401, SIGN_IN);
    if (!url.pathname.startsWith("/staff/")) {
      return page(request, response, () => end(response, 404, "Not found\n"));
    }
    answer(withPlaces, reader, url, request, response).catch((error: unknown) => {
      // What went wrong is for the reader's terminal; it names folders, never a student.
      process.stderr.write(`ilp: ${error instanceof Error ? error.message : "failed"}\n`);
      if (!response.headersSent) end(response, 503, "the worklist cannot be read now\n");
    });
  });
  await listen(server, port);
  const { port: listening } = server.address() as AddressInfo;
  return { server, address: `http://127.0.0.1:${listening}${OPENING_PATH}${session.token}` };
}

const SIGN_IN =
  "This side names students. Open it by the address that ilp serve --staff printed: it opens once, so for a second browser start it again.\n";

/**
 * Refuses what a page of another site could make a browser send: a foreign name that leads to this
 * machine (DNS rebinding), and requests that another origin began, other ports of this machine among them.
 */
function refusalOf(
  { method, headers }: IncomingMessage,
  server: Server,
): readonly [status: number, words: string] | null {
  const { port } = server.address() as AddressInfo;
  if (headers.host !== `127.0.0.1:${port}` && headers.host !== `localhost:${port}`) {
    return [421, "this host is not served here\n"];
  }
  const from = headers["sec-fetch-site"] ?? "none";
  if (from !== "same-origin" && from !== "none") return [403, "asked from another site\n"];
  return method === "GET" || method === "HEAD" ? null : [405, "only to be read\n"];
}

function openSession(session: StaffSession, url: URL, response: ServerResponse): void {
  const cookie = session.open(url.pathname.slice(OPENING_PATH.length));
  if (cookie === null) return end(response, 401, SIGN_IN);
  response.writeHead(303, { location: `/${url.search}`, "set-cookie": cookie }).end();
}

async function answer(
  withPlaces: WithPlaces,
  reader: StaffReader,
  { pathname: path, searchParams: query }: URL,
  { headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const after = headers["ilp-after"];
  const request = {
    path,
    query,
    after: typeof after === "string" ? after : null,
    at: new Date().toISOString(),
  };
  const { status, type, body, fileName } = await withPlaces((places) =>
    staffAnswer(places, reader, request),
  );
  if (fileName !== null) {
    response.setHeader("content-disposition", `attachment; filename="${fileName}"`);
  }
  response.writeHead(status, { "content-type": type }).end(body);
}

async function readerOf(
  places: Places,
  district: DistrictId,
  school: string | undefined,
): Promise<StaffReader> {
  await currentAsOf(places, district);
  const manifest = await conformedInForce(places.records, district);
  if (manifest === null) throw new CommandError(`nothing is ingested for district ${district}`);
  return {
    name: "this machine",
    district,
    schools: school === undefined ? null : schoolsAsked(manifest, school).map(({ id }) => id),
    because:
      "You see these students because you opened this list on the machine that keeps the district’s records.",
  };
}

function end(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(words);
}
