import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { FOR_BROWSERS } from "./for-browsers.ts";

/** The packages that pages import by their bare names. */
const LIBRARIES = ["@observablehq/plot", "apache-arrow", "htl"];

/**
 * Bundles each library into one file with what the sources import and nothing else, and puts it
 * where Framework 1.13.4 looks for the bundle of a bare import (`_node/<name>@<version>/index.js`).
 * Without this, Framework makes one file per dependency, and a page needs forty-five requests.
 */
export async function bundleLibraries(
  repository: string,
  cache: string,
  sources: readonly string[],
): Promise<void> {
  const code = sources.map((path) => readFileSync(path, "utf8")).join("\n");
  await Promise.all(
    LIBRARIES.map(async (name) => {
      const path = join(cache, "_node", `${name}@${versionOf(repository, name)}`, "index.js");
      const contents = `export {${importedNames(code, name).join(", ")}} from "${name}";`;
      const bundle = await build({
        stdin: { contents, resolveDir: repository },
        ...FOR_BROWSERS,
        write: false,
      });
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bundle.outputFiles[0]?.contents ?? "");
    }),
  );
}

function importedNames(code: string, library: string): readonly string[] {
  const names = new Set<string>();
  for (const [, list, from] of code.matchAll(/import\s*\{([^}]*)\}\s*from\s*"([^"]+)"/g)) {
    if (from !== library || list === undefined) continue;
    for (const name of list.split(",").map((each) => each.trim())) {
      if (name && !name.startsWith("type ")) names.add(name);
    }
  }
  return [...names].sort();
}

function versionOf(repository: string, name: string): string {
  const path = join(repository, "node_modules", name, "package.json");
  const manifest: unknown = JSON.parse(readFileSync(path, "utf8"));
  if (typeof manifest === "object" && manifest !== null && "version" in manifest) {
    return String(manifest.version);
  }
  throw new Error(`package ${name} has no version`);
}
