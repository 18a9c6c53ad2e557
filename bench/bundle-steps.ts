import { mkdirSync, mkdtempSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Plugin } from "esbuild";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PROTECTION = join(ROOT, "functions/protection");

/** Bundles `steps.ts` with the threads that it starts, into a new folder that the caller removes. Returns the folder. */
export async function bundleSteps(): Promise<string> {
  const bundles = join(ROOT, "dist/bench");
  mkdirSync(bundles, { recursive: true });
  // In the repository, since the packages are found from there.
  const outdir = mkdtempSync(join(bundles, "steps-"));
  await build({
    entryPoints: {
      steps: join(ROOT, "bench/steps.ts"),
      "school-thread": join(ROOT, "functions/cli/steps/school-thread.ts"),
    },
    outdir,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    plugins: [timedProtection],
    logLevel: "warning",
  });
  return outdir;
}

/** Protecting a table that is derived from protected ones calls back into releases for all of its time. */
const NOT_TIMED: readonly string[] = ["protected-table.ts"];

/** Puts a clock around each function of `functions/protection` that another room calls, so that the pipeline itself needs none. */
const timedProtection: Plugin = {
  name: "timed-protection",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /\/protection\/[^/]+\.ts$/ }, ({ path, resolveDir, namespace }) => {
      const file = resolve(resolveDir, path);
      const isFromOutside = namespace === "file" && resolveDir !== PROTECTION;
      const isTimed = dirname(file) === PROTECTION && !NOT_TIMED.includes(basename(file));
      return isFromOutside && isTimed ? { path: file, namespace: "timed" } : undefined;
    });
    onLoad({ filter: /.*/, namespace: "timed" }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      const names = [...source.matchAll(/^export (?:const|function) (\w+)/gm)].map(
        ([, name = ""]) => name,
      );
      const clock = JSON.stringify(join(ROOT, "bench/protection-clock.ts"));
      return {
        contents: [
          `import * as real from ${JSON.stringify(path)};`,
          `import { timed } from ${clock};`,
          `export * from ${JSON.stringify(path)};`,
          ...names.map((name) => `export const ${name} = timed(real.${name});`),
        ].join("\n"),
        resolveDir: dirname(path),
        loader: "ts",
      };
    });
  },
};
