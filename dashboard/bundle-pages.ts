import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build, type Metafile } from "esbuild";
import { FOR_BROWSERS } from "./for-browsers.ts";

const FOLDER = "_pages";
/** A module of this project as a built page names it. */
const MODULE = /\.\/_import\/[\w./@-]+\.js/g;
const PRELOAD = /<link rel="modulepreload" href="\.\/_(?:import|node)\/[^"]+">\n?/g;

/**
 * Bundles the modules of the built pages, each of which Framework 1.13.4 leaves as a file: one file
 * per page, one for what pages share, and one for each library that a page loads after its first
 * figures are drawn.
 */
export async function bundlePages(site: string): Promise<void> {
  const pages = readdirSync(site).filter((name) => name.endsWith(".html"));
  const modules = new Set(
    pages.flatMap((name) => scriptOf(readFileSync(join(site, name), "utf8")).match(MODULE) ?? []),
  );
  const { metafile } = await build({
    entryPoints: [...modules].map((module) => join(site, module)),
    outdir: join(site, FOLDER),
    ...FOR_BROWSERS,
    splitting: true,
    entryNames: "[name]-[hash]",
    chunkNames: "shared-[hash]",
    metafile: true,
    logLevel: "warning",
  });
  const bundles = bundlesOf(metafile, site);
  for (const name of pages) {
    const page = readFileSync(join(site, name), "utf8");
    writeFileSync(join(site, name), withBundles(page, bundles));
  }
  removeModules(site);
}

interface Bundle {
  readonly path: string;
  /** What it loads before it runs. */
  readonly needs: readonly string[];
}

/** By the module that each bundle was made from. */
function bundlesOf({ outputs }: Metafile, site: string): ReadonlyMap<string, Bundle> {
  const inSite = (path: string): string => `./${relative(site, join(process.cwd(), path))}`;
  return new Map(
    Object.entries(outputs).flatMap(([path, { entryPoint, imports }]) =>
      entryPoint === undefined
        ? []
        : [
            [
              inSite(entryPoint),
              {
                path: inSite(path),
                needs: imports
                  .filter(({ kind }) => kind === "import-statement")
                  .map((each) => inSite(each.path)),
              },
            ] as const,
          ],
    ),
  );
}

function withBundles(page: string, bundles: ReadonlyMap<string, Bundle>): string {
  const own = new Set(scriptOf(page).match(MODULE) ?? []);
  const needed = new Set(
    [...own].flatMap((module) => {
      const bundle = bundles.get(module);
      return bundle === undefined ? [] : [bundle.path, ...bundle.needs];
    }),
  );
  const preloads = [...needed].map((path) => `<link rel="modulepreload" href="${path}">\n`);
  return page
    .replaceAll(PRELOAD, "")
    .replace("</head>", () => `${preloads.join("")}</head>`)
    .replaceAll(MODULE, (module) => bundles.get(module)?.path ?? module);
}

/** The inline script of a page. */
const scriptOf = (page: string): string =>
  [...page.matchAll(/<script type="module">([^]*?)<\/script>/g)].map(([, code]) => code).join("\n");

/** Removes the modules that the bundles were made from; stylesheets and other files are kept. */
function removeModules(site: string): void {
  rmSync(join(site, "_node"), { recursive: true, force: true });
  for (const entry of readdirSync(join(site, "_import"), {
    recursive: true,
    withFileTypes: true,
  })) {
    if (entry.isFile() && entry.name.endsWith(".js")) rmSync(join(entry.parentPath, entry.name));
  }
}
