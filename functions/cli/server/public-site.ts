import { createHash } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { PUBLIC_PATH } from "../../layout.ts";
import { policyOf, PUBLIC_SITE } from "./built-sites.ts";
import { isOverlong, plainPath } from "./plain-path.ts";
import { sentContent, sentEncoding } from "./sending/sent-content.ts";
import { noPage } from "./sending/no-page.ts";
import { siteFile, type SiteFile } from "./sending/site-file.ts";

/**
 * Answers with what everybody may see: the pages, and the public bucket under `/data/`. It cannot
 * reach a record: it knows no folders but these two.
 * @param releases the folder of the public bucket
 * @param site the folder of the built pages
 */
export const publicSite =
  (releases: string, site = PUBLIC_SITE): RequestListener =>
  (request, response) => {
    answer({ releases, site }, request, response).catch(() => {
      if (!response.headersSent) end(response, 503, "this page cannot be read right now\n");
    });
  };

async function answer(
  { releases, site }: { readonly releases: string; readonly site: string },
  { method, url = "", headers }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader("content-security-policy", policyOf(site));
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
        : await siteFile(site, path);
  if (file === null) {
    const page = await noPage(site, headers.accept);
    if (page === null) return end(response, 404, "Not found\n");
    const { headers: how, bytes } = await sentContent(page, headers["accept-encoding"]);
    response.writeHead(404, { "content-type": page.type, ...how }).end(bytes);
    return;
  }
  const accepted = headers["accept-encoding"];
  const etag = etagOf(file, accepted);
  response.setHeader("etag", etag);
  if (isKnown(headers["if-none-match"], etag)) {
    response.setHeader("vary", "Accept-Encoding");
    response.writeHead(304).end();
    return;
  }
  const { headers: how, bytes } = await sentContent(file, accepted);
  // Node leaves out the body of an answer to a HEAD.
  response.writeHead(200, { "content-type": file.type, ...how }).end(bytes);
}

/**
 * The tag of the bytes as sent: the bytes of a file differ in each encoding (RFC 9110, section
 * 8.8.3.3).
 */
function etagOf(file: SiteFile, accepted: string | undefined): string {
  const hash = createHash("sha256").update(file.identity).digest("base64url").slice(0, 22);
  return `"${hash}-${sentEncoding(file, accepted) ?? "plain"}"`;
}

const isKnown = (etags: string | undefined, etag: string): boolean =>
  etags !== undefined &&
  etags.split(",").some((each) => ["*", etag].includes(each.trim().replace(/^W\//, "")));

function end(response: ServerResponse, status: number, words: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8" }).end(words);
}
