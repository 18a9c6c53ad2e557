#!/usr/bin/env node
/**
 * Starts the `ilp` command: bundles the TypeScript once into `dist/cli/`, again only when a source
 * is newer, and runs it. Plain JavaScript, since it runs before anything is built.
 */
import { readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { copyFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = fileURLToPath(new URL("../..", import.meta.url));
const out = join(root, "dist/cli");
const entry = join(out, "ilp.mjs");
/** A thread that starts from a file of its own; it is not bundled into another. */
const thread = "embedded-dynamo-worker.mjs";

if (newest(["functions", "fixtures"].map((folder) => join(root, folder))) > writtenAt(entry)) {
  await bundle();
}
await import(pathToFileURL(entry).href);

async function bundle() {
  const { build } = await import("esbuild");
  // Built beside the old one and put in its place when whole: two commands may start at once.
  const next = `${out}.${process.pid}`;
  await mkdir(next, { recursive: true });
  await copyFile(join(root, "functions/adapters", thread), join(next, thread));
  await build({
    entryPoints: {
      "school-thread": join(root, "functions/cli/school-thread.ts"),
      ilp: join(root, "functions/cli/ilp.ts"),
    },
    outdir: next,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    sourcemap: true,
    logLevel: "warning",
  });
  try {
    rmSync(out, { recursive: true, force: true });
    renameSync(next, out);
  } catch (error) {
    // Another command put an equal one there between the two lines.
    rmSync(next, { recursive: true, force: true });
    if (writtenAt(entry) === 0) throw error;
  }
}

/** The latest change of any source below the folders. */
function newest(folders) {
  let latest = 0;
  for (const folder of folders) {
    for (const file of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, file.name);
      if (file.isDirectory()) latest = Math.max(latest, newest([path]));
      else if (/\.(ts|mjs|json)$/.test(file.name))
        latest = Math.max(latest, statSync(path).mtimeMs);
    }
  }
  return latest;
}

function writtenAt(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
