import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { buildConsole } from "../../dashboard/build-console.ts";
import { OWN_PAGES, ownPageHtml } from "../../dashboard/own-pages.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

const PAGE =
  '<!DOCTYPE html>\n<html lang="en">\n<head>\n<title>Overview</title>\n</head><body></body>';

const LOG = { name: "log", title: "Log", skip: "Skip to it", reading: "Reading…" };

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
    await buildConsole(sources, site, output, [LOG]);
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
    await buildConsole(sources, site, output, [LOG]);
    const page = readFileSync(join(output, "log.html"), "utf8");
    expect(page).toContain("<title>Log | ILP Observatory</title>");
    expect(page).toContain('<script type="module" src="/log.js"></script>');
    expect(page).toMatch(/<h1>Log<\/h1>\s*<div id="log" data-state="loading"><p>Reading…<\/p>/);
    expect(readFileSync(join(output, "log.js"), "utf8")).toContain("said");
    expect(readdirSync(output).sort()).toEqual(
      ["_import", "console.css", "console.js", "index.html", "log.html", "log.js"].sort(),
    );
  });

  it("takes no page of its own under a public page’s name", async () => {
    const { site, sources, output } = folders();
    const taken = { ...LOG, name: "index" };
    await expect(buildConsole(sources, site, output, [taken])).rejects.toThrow(
      "the console's page index.html has the name of a public page",
    );
  });

  it("draws the first heading of a page about somebody inside the place of its script", () => {
    const page = ownPageHtml({ ...LOG, drawsHeading: true, without: "ilp log prints it." });
    expect(page).toContain('<div id="log" data-state="loading"><h1>Log</h1><p>Reading…</p></div>');
    expect(page).toContain("This page needs JavaScript. ilp log prints it.");
  });
});

describe("OWN_PAGES", () => {
  it("has each page whose script the console has, and no other", () => {
    const scripts = readdirSync(SOURCES).filter((name) => name.endsWith(".ts"));
    expect(["console", ...OWN_PAGES.map(({ name }) => name)].sort()).toEqual(
      scripts.map((name) => name.slice(0, -".ts".length)).sort(),
    );
  });
});

const SOURCES = fileURLToPath(new URL("../../dashboard/console", import.meta.url));
