import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { buildConsole } from "../../dashboard/build-console.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const PAGE =
  '<!DOCTYPE html>\n<html lang="en">\n<head>\n<title>Overview</title>\n</head><body></body>';

/** Two folders and a third to build into: the public site, the console's sources. */
function folders() {
  const folder = scratchFolder();
  const [site, sources] = [join(folder, "site"), join(folder, "console")];
  mkdirSync(join(site, "_import"), { recursive: true });
  mkdirSync(join(sources, "parts"), { recursive: true });
  writeFileSync(join(site, "index.html"), PAGE);
  writeFileSync(join(site, "_import", "style.css"), "main {}\n");
  writeFileSync(join(sources, "console.ts"), 'document.title = "Console";\n');
  writeFileSync(join(sources, "console.css"), ".bar { color: red; }\n");
  writeFileSync(join(sources, "log.html"), "<!doctype html><title>Log</title>");
  writeFileSync(
    join(sources, "log.ts"),
    'import { words } from "./parts/words.ts";\nalert(words);',
  );
  writeFileSync(join(sources, "parts", "words.ts"), 'export const words: string = "said";\n');
  return { site, sources, output: join(folder, "next") };
}

describe("buildConsole", () => {
  it("shows the public pages with the console’s script and style, and leaves the public site alone", async () => {
    const { site, sources, output } = folders();
    await buildConsole(sources, site, output);
    const page = readFileSync(join(output, "index.html"), "utf8");
    expect(page).toContain(
      '<link rel="stylesheet" href="/console.css">\n<script type="module" src="/console.js"></script>\n</head>',
    );
    expect(readFileSync(join(output, "console.js"), "utf8")).toContain("Console");
    expect(existsSync(join(output, "_import", "style.css"))).toBe(true);
    expect(readFileSync(join(site, "index.html"), "utf8")).toBe(PAGE);
    expect(readdirSync(site).sort()).toEqual(["_import", "index.html"]);
  });

  it("adds the console’s own pages, each script as one file, and no source", async () => {
    const { site, sources, output } = folders();
    await buildConsole(sources, site, output);
    expect(readFileSync(join(output, "log.html"), "utf8")).toBe(
      "<!doctype html><title>Log</title>",
    );
    expect(readFileSync(join(output, "log.js"), "utf8")).toContain("said");
    expect(readdirSync(output).sort()).toEqual(
      ["_import", "console.css", "console.js", "index.html", "log.html", "log.js"].sort(),
    );
  });

  it("takes no page of its own under a public page’s name", async () => {
    const { site, sources, output } = folders();
    writeFileSync(join(sources, "index.html"), "<!doctype html>");
    await expect(buildConsole(sources, site, output)).rejects.toThrow(
      "the console's page index.html has the name of a public page",
    );
  });
});
