#!/usr/bin/env node
/**
 * Starts the `ilp` command: bundles the TypeScript and the packages into a folder named by their
 * latest change, unless that folder is there, and runs it. Plain JavaScript, since it runs before anything is built.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import "./closed-output.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const bundles = join(root, "dist/cli");
const installed = statSync(join(root, "node_modules/.package-lock.json"), {
  throwIfNoEntry: false,
});
const latest = Math.max(newest(join(root, "functions")), installed?.mtimeMs ?? 0);
const bundle = join(bundles, String(Math.round(latest)));

if (!existsSync(bundle)) await build();
const { runIlp } = await import(pathToFileURL(join(bundle, "ilp.mjs")).href);
process.exitCode = await runIlp(process.argv.slice(2));

/**
 * Builds in another folder and moves the finished bundle into place: several commands may start at
 * the same time.
 */
async function build() {
  const esbuild = await import("esbuild");
  const next = `${bundle}.${process.pid}`;
  mkdirSync(next, { recursive: true });
  await esbuild.build({
    entryPoints: {
      "school-thread": join(root, "functions/cli/steps/school-thread.ts"),
      "embedded-dynamo-worker": join(root, "functions/adapters/table/embedded-dynamo-worker.mjs"),
      ilp: join(root, "functions/cli/ilp.ts"),
    },
    outdir: next,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    platform: "node",
    format: "esm",
    target: "node20",
    // Packages are bundled too, only the parts that are used: loading them file by file takes
    // three times as long as everything else before the first step.
    mainFields: ["module", "main"],
    // dynalite looks for its own files as it runs, LevelDB is native code, and the audit's
    // solver looks for its program beside itself and need not be installed.
    external: ["dynalite", "level", "highs"],
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: true,
    // Packages in CommonJS ask for what is built into Node by `require`.
    banner: {
      js: 'import { createRequire as requireOfBundle } from "node:module"; const require = requireOfBundle(import.meta.url);',
    },
    logLevel: "warning",
  });
  try {
    renameSync(next, bundle);
  } catch (error) {
    // Another command has put an equal bundle there in the meantime.
    if (!existsSync(bundle)) throw error;
    rmSync(next, { recursive: true, force: true });
  }
  removeOld();
}

/** Removes bundles that are an hour old: no command that is still starting uses them. */
function removeOld() {
  const anHourAgo = Date.now() - 3_600_000;
  for (const name of readdirSync(bundles)) {
    const path = join(bundles, name);
    const stat = statSync(path, { throwIfNoEntry: false });
    if (path !== bundle && stat !== undefined && stat.mtimeMs < anHourAgo) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

/** The latest change of any source below a folder, in milliseconds. */
function newest(folder) {
  let latest = 0;
  for (const file of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, file.name);
    if (file.isDirectory()) latest = Math.max(latest, newest(path));
    else if (/\.(ts|mjs|json)$/.test(file.name)) latest = Math.max(latest, statSync(path).mtimeMs);
  }
  return latest;
}
