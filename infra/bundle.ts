/**
 * Bundles each Lambda handler to one file, `dist/lambda/<name>/index.mjs`: the same file that the
 * stacks deploy and that tests run. `npm run synth` runs this file before `cdk synth`.
 */
import { access, rm } from "node:fs/promises";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { HANDLERS, type HandlerName } from "../functions/layout.ts";

export const BUNDLES = fileURLToPath(new URL("../dist/lambda", import.meta.url));
const ENTRIES = fileURLToPath(new URL("../functions/handlers", import.meta.url));

export interface Bundle {
  readonly name: HandlerName;
  /** Where the bundle is. */
  readonly path: string;
  /** Size of the minified code, before compression. */
  readonly bytes: number;
}

/**
 * Writes one bundle per handler and returns them in the order of HANDLERS. Throws an Error that
 * lists the handlers without an entry file.
 */
export async function bundleHandlers(
  folders: { readonly entries: string; readonly bundles: string } = {
    entries: ENTRIES,
    bundles: BUNDLES,
  },
): Promise<readonly Bundle[]> {
  await refuseMissing(folders.entries);
  await rm(folders.bundles, { recursive: true, force: true });
  // All builds have ended before the caller learns of a fault.
  const bundled = await Promise.allSettled(
    HANDLERS.map((name) => bundle(name, folders.entries, join(folders.bundles, name))),
  );
  return bundled.map((result) => {
    if (result.status === "rejected") throw result.reason;
    return result.value;
  });
}

async function refuseMissing(entries: string): Promise<void> {
  const isThere = await Promise.all(
    HANDLERS.map((name) =>
      access(join(entries, `${name}.ts`)).then(
        () => true,
        () => false,
      ),
    ),
  );
  const missing = HANDLERS.filter((_, index) => isThere[index] === false);
  if (missing.length > 0) {
    throw new Error(
      `no entry file for the handlers ${missing.join(", ")}: expected ${join(entries, "<name>.ts")} with the export "handler"`,
    );
  }
}

async function bundle(name: HandlerName, entries: string, folder: string): Promise<Bundle> {
  const path = join(folder, "index.mjs");
  const result = await build({
    entryPoints: [join(entries, `${name}.ts`)],
    outfile: path,
    bundle: true,
    format: "esm",
    platform: "node",
    // The oldest Node that the project supports: the tests run the same bundles there.
    target: "node20",
    mainFields: ["module", "main"],
    minify: true,
    // Written beside the bundle, for reading a stack trace, and not deployed.
    sourcemap: "external",
    legalComments: "none",
    // Packages in CommonJS call require(), which an ES module does not have.
    banner: {
      js: 'import { createRequire as __createRequire } from "node:module"; const require = __createRequire(import.meta.url);',
    },
    metafile: true,
    logLevel: "warning",
  });
  const output = Object.entries(result.metafile.outputs).find(([file]) => file.endsWith(".mjs"));
  if (!output?.[1].exports.includes("handler")) {
    throw new Error(`${name}.ts has no export "handler"`);
  }
  return { name, path, bytes: output[1].bytes };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { name, path, bytes } of await bundleHandlers()) {
    const size = `${(bytes / 1024).toFixed(0)} KiB`;
    process.stdout.write(
      `${name.padEnd(8)} ${size.padStart(9)}  ${relative(process.cwd(), path)}\n`,
    );
  }
}
