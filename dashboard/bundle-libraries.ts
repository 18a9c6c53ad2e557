import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { LIBRARIES } from "./libraries.ts";

/**
 * Puts each library, as one small file, where Framework 1.13.4 looks for the bundle of a bare
 * import (`_node/<name>@<version>/index.js`). Without this Framework makes a file a dependency.
 */
export async function bundleLibraries(repository: string, cache: string): Promise<void> {
  await Promise.all(
    Object.entries(LIBRARIES).map(async ([name, names]) => {
      const path = join(cache, "_node", `${name}@${versionOf(repository, name)}`, "index.js");
      const bundle = await build({
        stdin: { contents: `export {${names.join(", ")}} from "${name}";`, resolveDir: repository },
        bundle: true,
        format: "esm",
        platform: "browser",
        mainFields: ["module", "main"],
        target: "es2022",
        minify: true,
        legalComments: "none",
        write: false,
      });
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bundle.outputFiles[0]?.contents ?? "");
    }),
  );
}

function versionOf(repository: string, name: string): string {
  const manifest: unknown = JSON.parse(
    readFileSync(join(repository, "node_modules", name, "package.json"), "utf8"),
  );
  if (typeof manifest === "object" && manifest !== null && "version" in manifest) {
    return String(manifest.version);
  }
  throw new Error(`package ${name} has no version`);
}
