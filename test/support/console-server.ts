import { mkdirSync, writeFileSync } from "node:fs";
import { createServer, request as httpRequest } from "node:http";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { consoleSite } from "../../functions/cli/server/console-site.ts";
import { listen } from "../../functions/cli/server/listen.ts";
import { openingTokens, type Identity } from "../../functions/cli/server/opening-tokens.ts";
import type { ServedConsole } from "../../functions/cli/server/served-console.ts";
import { sessions } from "../../functions/cli/server/sessions.ts";
import type { ConsoleRequest } from "../../functions/console/answers.ts";
import type { SignedIn } from "../../functions/pipeline/console/console-case.ts";
import { CAST } from "./local-district.ts";
import { scratchFolder } from "./scratch-folder.ts";

/** What a request is answered, as it stands on the wire. */
export interface Answered {
  readonly status: number;
  readonly headers: { readonly [name: string]: string | string[] | undefined };
  readonly body: string;
}

export interface Available {
  readonly method?: string;
  readonly headers?: { readonly [name: string]: string };
  readonly body?: string | Uint8Array;
}

export interface ConsoleServer {
  readonly port: number;
  readonly site: string;
  /** What was asked of the answers, in order, and for whom. */
  readonly asked: { readonly who: SignedIn; readonly request: ConsoleRequest }[];
  /** What was noted of sessions. */
  readonly noted: string[];
  readonly told: string[];
  /** Moves the clock. */
  readonly pass: (minutes: number) => void;
  /** A new address that opens it. */
  readonly openingFor: (identity: Identity) => string;
  /** Opens a session and gives its cookie. */
  readonly cookieFor: (identity: Identity) => Promise<string>;
  /** Sends a path to the letter, which no browser would. */
  readonly send: (path: string, sent?: Available) => Promise<Answered>;
}

/** What the answers name, so that a test can look for it. */
export const NAMED = "Cedrane, Ilse (C-04)";

/**
 * Serves the console in this process, with a clock that the test moves and answers that name a student
 * and the one who asked.
 */
export async function consoleServer(parts: Partial<ServedConsole> = {}): Promise<ConsoleServer> {
  const asked: ConsoleServer["asked"] = [];
  const noted: string[] = [];
  const told: string[] = [];
  let time = Date.parse("2022-03-15T08:00:00.000Z");
  const now = () => time;
  const tokens = openingTokens(now);
  const served: ServedConsole = {
    district: CAST,
    isDemo: false,
    through: "console",
    pages: builtPages(),
    tokens,
    sessions: sessions(now, 30),
    answer: (who, request) => {
      asked.push({ who, request });
      return Promise.resolve({
        status: 200,
        type: "application/json; charset=utf-8",
        body: JSON.stringify({ names: NAMED, for: who.staff }),
        fileName: request.path.endsWith(".csv") ? "students.csv" : null,
      });
    },
    onSession: (event, who, instant) => {
      noted.push(`${event} ${who.staff ?? "system"} ${instant}`);
      return Promise.resolve();
    },
    members: () => Promise.resolve([]),
    now,
    tell: (line) => told.push(line),
    ...parts,
  };
  const server = createServer(consoleSite(served));
  const port = await listen(server, 0, "the test");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const openingFor = (identity: Identity) => `/open/${tokens.issue(identity)}`;
  const send: ConsoleServer["send"] = (path, sent) => sendRaw(port, path, sent);
  return {
    port,
    site: `http://127.0.0.1:${port}`,
    ...{ asked, noted, told, openingFor, send },
    pass: (minutes) => {
      time += minutes * 60_000;
    },
    cookieFor: async (identity) => cookieIn(await send(openingFor(identity))),
  };
}

/** The cookie that an answer sets, as a browser sends it back. */
export function cookieIn({ headers }: Answered): string {
  const [cookie = ""] = [headers["set-cookie"] ?? []].flat();
  return cookie.split(";")[0] ?? "";
}

/** Sends a request without tidying its path. */
export const sendRaw = (port: number, path: string, sent: Available = {}): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const { method = "GET", body } = sent;
    const headers = { host: `127.0.0.1:${port}`, ...sent.headers };
    const request = httpRequest({ host: "127.0.0.1", port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
    });
    request.once("error", reject);
    request.end(body);
  });

/** Built pages with nothing in them, under a policy. */
function builtPages(): string {
  const folder = scratchFolder();
  writeFileSync(join(folder, ".content-security-policy"), "default-src 'none'");
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Overview</title>");
  writeFileSync(join(folder, "404.html"), "<!doctype html><title>No such page</title>");
  writeFileSync(join(folder, "students.html"), "<!doctype html><title>Students</title>");
  writeFileSync(join(folder, "console.js"), "export {};\n");
  mkdirSync(join(folder, "_import"));
  writeFileSync(join(folder, "_import", "style.css"), "main {}\n");
  return folder;
}
