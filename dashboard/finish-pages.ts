import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Says what Framework 1.13.4 leaves out of a page: its language, and that a reader may zoom. */
export function finishPages(site: string): void {
  for (const name of readdirSync(site).filter((file) => file.endsWith(".html"))) {
    const path = join(site, name);
    const page = readFileSync(path, "utf8")
      .replace("<html>", '<html lang="en">')
      .replace(", maximum-scale=1", "");
    writeFileSync(path, page);
  }
}
