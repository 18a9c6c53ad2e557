import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Beside the pages, under a name that no server of ours answers. */
export const POLICY_FILE = ".content-security-policy";

/**
 * Writes the Content-Security-Policy under which the pages of a site work: everything from the site's
 * own host, and of the scripts that stand in a page only those that the build put there. Whoever serves
 * the site sends it with each answer.
 */
export function writePolicy(site: string): void {
  const pages = readdirSync(site).filter((file) => file.endsWith(".html"));
  const hashes = pages.flatMap((name) => scriptHashes(readFileSync(join(site, name), "utf8")));
  writeFileSync(join(site, POLICY_FILE), policyWith([...new Set(hashes)].sort()));
}

/** @param hashes of the scripts that stand in pages, as `sha256-…` */
const policyWith = (hashes: readonly string[]): string =>
  [
    "default-src 'none'",
    ["script-src 'self'", ...hashes.map((hash) => `'${hash}'`)].join(" "),
    // Framework and Plot set styles on elements; a style runs nothing.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; ");

/** The hash of each script that stands in a page, of its text to the letter, as a browser takes it. */
export const scriptHashes = (page: string): readonly string[] =>
  [...page.matchAll(/<script\b([^>]*)>([^]*?)<\/script\s*>/gi)]
    .filter(([, attributes = ""]) => !/\ssrc\s*=/i.test(attributes))
    .map(([, , text = ""]) => `sha256-${createHash("sha256").update(text).digest("base64")}`);
