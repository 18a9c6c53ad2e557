import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { FOR_BROWSERS } from "./for-browsers.ts";
import { ownPageHtml, type OwnPage } from "./own-pages.ts";

/** The console's part of every page: who is signed in, and the links of numbers. */
const ON_EVERY_PAGE = `<link rel="stylesheet" href="/console.css">
<script type="module" src="/console.js"></script>
</head>`;

/**
 * Makes the console's site: the pages of the public site, each with the console's script and style,
 * and the console's own pages. It is beside the public site and never inside, so that nobody
 * uploads it.
 * @param sources the folder with `console.ts`, `console.css`, and for each own page, if it has them,
 * `<name>.ts` and `<name>.css`
 * @param site the public site as built
 * @param output the folder to write; empty or missing
 * @param own the console's own pages
 * @throws Error if an own page has the name of a public one
 */
export async function buildConsole(
  sources: string,
  site: string,
  output: string,
  own: readonly OwnPage[],
): Promise<void> {
  cpSync(site, output, { recursive: true });
  const shared = pagesOf(output);
  for (const name of shared) {
    const page = readFileSync(join(output, name), "utf8");
    writeFileSync(join(output, name), page.replace("</head>", ON_EVERY_PAGE));
  }
  const taken = own.find(({ name }) => shared.includes(`${name}.html`));
  if (taken !== undefined)
    throw new Error(`the console's page ${taken.name}.html has the name of a public page`);
  for (const page of own) writeFileSync(join(output, `${page.name}.html`), ownPageHtml(page));
  const entries = ["console", ...own.map(({ name }) => name)];
  await build({
    entryPoints: entries
      .flatMap((name) => [join(sources, `${name}.ts`), join(sources, `${name}.css`)])
      .filter((path) => existsSync(path)),
    outdir: output,
    ...FOR_BROWSERS,
    logLevel: "warning",
  });
}

const pagesOf = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => name.endsWith(".html"));
