import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { PUBLIC_PATH } from "../../layout.ts";
import { policyOf, PUBLIC_SITE } from "./built-sites.ts";
import { isOverlong, plainPath } from "./plain-path.ts";
import { siteFile } from "./site-file.ts";

/**
 * Answers what everybody may see: the pages, and the public bucket under `/data/`. It has no way to
 * a record: it knows no folder but these two.
 * @param releases the folder of the public bucket
 */
export const publicSite =
  (releases: string): RequestListener =>
  (request, response) => {
    answer(releases, request, response).catch(() => {
      if (!response.headersSent) end(response, 503, "this page cannot be read right now\n");
    });
  };

async function answer(
  releases: string,
  { method, url = "" }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader("content-security-policy", policyOf(PUBLIC_SITE));
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "no-referrer");
  response.setHeader("cache-control", "no-cache");
  if (method !== "GET" && method !== "HEAD") {
    response.setHeader("allow", "GET, HEAD");
    return end(response, 405, "this site is read-only\n");
  }
  if (isOverlong(url)) return end(response, 414, "the address is too long\n");
  const path = plainPath(url);
  const file =
    path === null
      ? null
      : path.startsWith(PUBLIC_PATH)
        ? await siteFile(releases, path.slice(PUBLIC_PATH.length - 1))
        : await siteFile(PUBLIC_SITE, path);
  if (file === null) return end(response, 404, "Not found\n");
  response.setHeader("content-length", file.bytes.length);
  response.writeHead(200, { "content-type": file.type }).end(file.bytes);
}

function end(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(words);
}
