import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { build, type Metafile } from "esbuild";
import { FOR_BROWSERS } from "./for-browsers.ts";
import { LANGUAGES, wordsOf, type Language } from "./one-language.ts";

const FOLDER = "_pages";
/** A module of this project as a built page names it. */
const MODULE = /\.\/_import\/[\w./@-]+\.js/g;
/** How a built page loads one. */
const IMPORT = /import\("(\.\/_import\/[\w./@-]+\.js)"\)/g;
const PRELOAD = /<link rel="modulepreload" href="\.\/_(?:import|node)\/[^"]+">\n?/g;

/** The language that the address asks for: what `LANGUAGE` is in the words of the pages. */
const ASKED = 'new URLSearchParams(location.search).get("lang") === "es" ? "es" : "en"';

/**
 * Bundles the modules of the built pages, each of which Framework 1.13.4 leaves as a file: one file
 * per page, one for what pages share, and one for each library that a page loads after its first
 * figures are drawn. Each language has its own bundles, which hold its words alone; what has no words
 * is one file for both.
 */
export async function bundlePages(site: string): Promise<void> {
  const pages = readdirSync(site).filter((name) => name.endsWith(".html"));
  const modules = new Set(
    pages.flatMap((name) => scriptOf(readFileSync(join(site, name), "utf8")).match(MODULE) ?? []),
  );
  const bundles = new Map<Language, Bundles>();
  for (const language of LANGUAGES) bundles.set(language, await bundlesIn(language, modules, site));
  for (const name of pages) {
    const page = readFileSync(join(site, name), "utf8");
    writeFileSync(join(site, name), withBundles(page, bundles));
  }
  removeModules(site);
}

async function bundlesIn(
  language: Language,
  modules: ReadonlySet<string>,
  site: string,
): Promise<Bundles> {
  const { metafile } = await build({
    entryPoints: [...modules].map((module) => join(site, module)),
    outdir: join(site, FOLDER),
    ...FOR_BROWSERS,
    plugins: [wordsOf(language)],
    splitting: true,
    entryNames: "[name]-[hash]",
    chunkNames: "shared-[hash]",
    metafile: true,
    logLevel: "warning",
  });
  return bundlesOf(metafile, site);
}

interface Bundle {
  readonly path: string;
  /** What it loads before it runs. */
  readonly needs: readonly string[];
}

/** By the module that each bundle was made from. */
type Bundles = ReadonlyMap<string, Bundle>;

function bundlesOf({ outputs }: Metafile, site: string): Bundles {
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

function withBundles(page: string, bundles: ReadonlyMap<Language, Bundles>): string {
  const own = [...new Set(scriptOf(page).match(MODULE) ?? [])];
  return page
    .replaceAll(PRELOAD, "")
    .replace("<head>\n", (head) => `${head}${preloads(own, bundles)}`)
    .replaceAll(IMPORT, (_, module: string) => {
      const paths = inEach(bundles, (ofLanguage) => bundleOf(module, ofLanguage).path);
      return `import((${JSON.stringify(paths)})[${ASKED}])`;
    });
}

/**
 * A script that asks for what the page needs in the reader's language while the rest of the page is read.
 * It stands before every stylesheet, since a script waits for the ones before it.
 */
function preloads(modules: readonly string[], bundles: ReadonlyMap<Language, Bundles>): string {
  const paths = inEach(bundles, (ofLanguage) => [
    ...new Set(
      modules.flatMap((module) => {
        const { path, needs } = bundleOf(module, ofLanguage);
        return [path, ...needs];
      }),
    ),
  ]);
  return `<script>for (const href of (${JSON.stringify(paths)})[${ASKED}]) document.head.append(Object.assign(document.createElement("link"), { rel: "modulepreload", href }));</script>\n`;
}

const inEach = <Value>(
  bundles: ReadonlyMap<Language, Bundles>,
  valueOf: (ofLanguage: Bundles) => Value,
): { readonly [language: string]: Value } =>
  Object.fromEntries([...bundles].map(([language, ofLanguage]) => [language, valueOf(ofLanguage)]));

function bundleOf(module: string, bundles: Bundles): Bundle {
  const bundle = bundles.get(module);
  if (bundle === undefined) throw new Error(`module ${module} of a page has no bundle`);
  return bundle;
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
