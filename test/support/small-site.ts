import { createServer } from "node:http";
import { listen } from "../../functions/cli/server/listen.ts";

export interface SmallSite {
  /** Such as `http://127.0.0.1:41234`. */
  readonly address: string;
  readonly close: () => void;
}

/** Serves pages by their path on a free port of this machine. */
export async function smallSite(pages: { readonly [path: string]: string }): Promise<SmallSite> {
  const server = createServer(({ url = "" }, response) => {
    const page = pages[url.split("?")[0] ?? ""];
    response
      .writeHead(page === undefined ? 404 : 200, { "content-type": "text/html; charset=utf-8" })
      .end(page ?? "Not found");
  });
  const port = await listen(server, 0, "the test");
  return {
    address: `http://127.0.0.1:${port}`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** A page in the shape of the dashboard's, with a script that may draw it later. */
export const smallPage = (title: string, main: string, script = ""): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title><style>@page { margin: 14mm; @bottom-right { content: counter(page) " / " counter(pages); } }</style></head><body><div class="console-bar">Names students</div><main id="observablehq-main">${main}</main><script>${script}</script></body></html>`;
