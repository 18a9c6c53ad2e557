import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { CONSOLE_SITE, policyOf } from "../../../functions/cli/server/built-sites.ts";
import { siteFile } from "../../../functions/cli/server/sending/site-file.ts";

/** What one path answers: a value as JSON, or a refusal in words. */
export type Answer =
  | { readonly value: unknown }
  | { readonly status: number; readonly words: string };

export type Answers = { [path: string]: Answer | ((asked: Asked) => Answer | Promise<Answer>) };

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: string;
}

export interface StubConsole {
  readonly address: string;
  /** By path; to be changed as a test goes on. */
  readonly answers: Answers;
  /** Everything that was asked of `/console/` and `/session`, in order. */
  readonly asked: Asked[];
  readonly close: () => Promise<void>;
}

/**
 * Serves the built site of the console under its own policy, with literal answers behind it.
 * @param data a folder in the shape of the public bucket, for `/data/`
 */
export async function stubConsole(answers: Answers, data: string): Promise<StubConsole> {
  const policy = policyOf(CONSOLE_SITE);
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    response.setHeader("content-security-policy", policy);
    response.setHeader("cache-control", "no-store");
    const url = new URL(request.url ?? "/", "http://stub");
    const nothing = (): void => {
      response.writeHead(404, { "content-type": "text/plain" }).end("Not found\n");
    };
    const give = (folder: string, path: string): void => {
      void siteFile(folder, path).then(async (file) =>
        file === null
          ? nothing()
          : response.writeHead(200, { "content-type": file.type }).end(await file.read()),
      );
    };
    if (url.pathname.startsWith("/data/")) return give(data, url.pathname.slice("/data".length));
    if (!/^\/(?:console|session)(?:\/|$)/.test(url.pathname)) {
      return give(CONSOLE_SITE, url.pathname);
    }
    void answered(request, url).then((answer) => {
      if (answer === undefined) return nothing();
      if ("value" in answer) {
        const headers = { "content-type": "application/json; charset=utf-8" };
        return response.writeHead(200, headers).end(JSON.stringify(answer.value));
      }
      const headers = { "content-type": "text/plain; charset=utf-8" };
      return response.writeHead(answer.status, headers).end(`${answer.words}\n`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    answers,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };

  async function answered(request: IncomingMessage, url: URL): Promise<Answer | undefined> {
    let body = "";
    for await (const chunk of request as AsyncIterable<Buffer>) body += chunk.toString();
    const { method = "", headers } = request;
    const sent = { method, path: url.pathname, query: url.search, headers, body };
    asked.push(sent);
    const answer = answers[url.pathname];
    return typeof answer === "function" ? answer(sent) : answer;
  }
}
