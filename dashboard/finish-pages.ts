import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What hosts answer at an address of no page, however deep it is. */
export const NO_PAGE = "404.html";

/** Says what Framework 1.13.4 leaves out of a page: its language, and that a reader may zoom. */
export function finishPages(site: string): void {
  for (const name of readdirSync(site).filter((file) => file.endsWith(".html"))) {
    const path = join(site, name);
    const page = readFileSync(path, "utf8")
      .replace("<html>", '<html lang="en">')
      .replace(", maximum-scale=1", "");
    writeFileSync(path, name === NO_PAGE ? fromRoot(page) : page);
  }
}

/**
 * The page with addresses from the root of the site: Framework sets a base for them, which the policy of
 * the site refuses, and asks for the address without its slash at the end, which is no page either.
 */
const fromRoot = (page: string): string =>
  page
    .replace(/<base [^>]*>\n?/, "")
    .replace(/<script type="module">\s*if \(location\.pathname\.endsWith[^]*?<\/script>\n?/, "")
    .replaceAll('"./', '"/');
