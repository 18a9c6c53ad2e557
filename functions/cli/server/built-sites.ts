import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { CommandError } from "../arguments/command-error.ts";

const built = (folder: string): string =>
  // This file runs from `dist/cli/<version>/`, as deep as it lies here.
  fileURLToPath(new URL(`../../../dashboard/${folder}`, import.meta.url));

/** The site that everybody may see. */
export const PUBLIC_SITE = built("dist");
/** The site of the console: the same pages, and those that name students. */
export const CONSOLE_SITE = built("console/dist");

/** @throws CommandError where either site is not built */
export function refuseUnbuilt(): void {
  if (![PUBLIC_SITE, CONSOLE_SITE].every((site) => existsSync(join(site, POLICY)))) {
    throw new CommandError("the dashboard is not built: run npm run build:dashboard first");
  }
}

/** The build writes it beside the pages; its name begins with a dot, so it is not served. */
const POLICY = ".content-security-policy";

/**
 * The Content-Security-Policy of a built site, which has the hash of each script in its pages. It
 * is read again for each answer, since a site may be built in the meantime.
 */
export const policyOf = (site: string): string => readFileSync(join(site, POLICY), "utf8");
