#!/usr/bin/env node
/**
 * Starts the `ilp` command: bundles the TypeScript and the packages into a folder named by their
 * latest change, unless that folder is there, and runs it. Plain JavaScript, since it runs before anything is built.
 */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import "./closed-output.mjs";
import { runCompiled } from "./run-compiled.mjs";

const root = fileURLToPath(new URL("../..", import.meta.url));
const bundles = join(root, "dist/cli");
const installed = statSync(join(root, "node_modules/.package-lock.json"), {
  throwIfNoEntry: false,
});
const latest = Math.max(newest(join(root, "functions")), installed?.mtimeMs ?? 0);
const bundle = join(bundles, String(Math.round(latest)));

if (!existsSync(bundle)) await build();
const [command = ""] = process.argv.slice(2);
const use = /^[a-z]+$/.test(command) ? command : "help";
const { runIlp } = runCompiled(join(bundle, "ilp.cjs"), use);
process.exitCode = await runIlp(process.argv.slice(2));

/**
 * Builds in another folder and moves the finished bundle into place: several commands may start at
 * the same time.
 */
async function build() {
  const esbuild = await import("esbuild");
  const next = `${bundle}.${process.pid}`;
  mkdirSync(next, { recursive: true });
  const threads = ["school-thread", "read-thread"];
  await esbuild.build({
    entryPoints: {
      "school-thread": join(root, "functions/cli/steps/school-thread.ts"),
      "read-thread": join(root, "functions/cli/steps/read-thread.ts"),
      ilp: join(root, "functions/cli/ilp.ts"),
    },
    outdir: next,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    // Of a module in the format of today V8 keeps nothing compiled (Node 20).
    format: "cjs",
    target: "node20",
    // A script that V8 has kept cannot `import()`: Node calls that experimental.
    supported: { "dynamic-import": false },
    // Packages are bundled too, only the parts that are used: loading them file by file takes
    // three times as long as everything else before the first step.
    mainFields: ["module", "main"],
    // LevelDB is native code, the audit's solver looks for its program beside itself and need not
    // be installed, and what drives Chromium is needed by one command and large.
    external: ["classic-level", "highs", "playwright-core"],
    minifyWhitespace: true,
    minifySyntax: true,
    sourcemap: true,
    define: { "import.meta.url": "bundleUrl" },
    banner: { js: 'const bundleUrl = require("node:url").pathToFileURL(__filename).href;' },
    logLevel: "warning",
  });
  const runner = JSON.stringify(new URL("run-compiled.mjs", import.meta.url).href);
  for (const name of threads) {
    writeFileSync(
      join(next, `${name}.mjs`),
      `import { runCompiled } from ${runner};\nrunCompiled(new URL("${name}.cjs", import.meta.url).pathname, "thread");\n`,
    );
  }
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
