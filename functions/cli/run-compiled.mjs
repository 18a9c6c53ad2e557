/**
 * Runs a bundle in CommonJS, keeping what V8 compiled of it beside it: two megabytes of text are read,
 * and not compiled, by the next command. (`module.enableCompileCache` does this too, from Node 22 on.)
 * Plain JavaScript, since it runs before anything is built.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import { dirname } from "node:path";
import { setFlagsFromString } from "node:v8";
import { Script } from "node:vm";

/**
 * V8 makes faster code of a function that has run for this long (in bytes of bytecode; its own default
 * is 132 KiB). It takes processor time from the work itself, in each thread anew: a night of 20,000
 * students had it make faster code of 900 functions, for longer than these then ran.
 */
const INTERRUPT_BUDGET = 2_000_000;
/** V8 says on the error output that it does not know a setting, and later versions may not. */
const NEWEST_V8 = 13;
if (Number.parseInt(process.versions.v8) <= NEWEST_V8) {
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
}

/**
 * @param path of the bundle, which may `require` and not `import()`
 * @param use what it is run for: each use compiles other functions
 * @returns what the bundle exports
 */
export function runCompiled(path, use) {
  const kept = `${path}.${use}.${process.version}-${process.arch}`;
  const cachedData = bytesOf(kept);
  const script = new Script(Module.wrap(readFileSync(path, "utf8")), {
    filename: path,
    cachedData,
  });
  // V8 rejects what another version, or the same one with other settings, has compiled.
  if (cachedData === undefined || script.cachedDataRejected) {
    process.once("exit", () => keep(kept, script));
  }
  const module = { exports: {} };
  script.runInThisContext()(module.exports, createRequire(path), module, path, dirname(path));
  return module.exports;
}

function bytesOf(path) {
  try {
    return readFileSync(path);
  } catch {
    // Nothing is kept yet.
    return undefined;
  }
}

/** Written beside its place and put there when whole: several commands may end at once. */
function keep(path, script) {
  const draft = `${path}.${process.pid}-${performance.now()}`;
  try {
    writeFileSync(draft, script.createCachedData());
    renameSync(draft, path);
  } catch {
    // A command that has done its work does not fail since the next one starts as slowly.
    rmSync(draft, { force: true });
  }
}
