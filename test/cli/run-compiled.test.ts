import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { scratchFolder } from "../support/scratch-folder.ts";

const RUNNER = new URL("../../functions/cli/run-compiled.mjs", import.meta.url).href;

/** A bundle in a folder of its own, and what runs it in a new process. */
function bundled(source: string) {
  const folder = scratchFolder();
  const path = join(folder, "bundle.cjs");
  writeFileSync(path, source);
  const run = (use: string, ...flags: readonly string[]): string => {
    const program = `import { runCompiled } from ${JSON.stringify(RUNNER)};
      console.log(await runCompiled(${JSON.stringify(path)}, ${JSON.stringify(use)}).answer());`;
    const args = [...flags, "--input-type=module", "--eval", program];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
    return stdout.trim() + stderr;
  };
  const kept = () => readdirSync(folder).filter((name) => name !== "bundle.cjs");
  return { folder, run, kept };
}

describe("runCompiled", () => {
  const BUNDLE = `const { sep } = require("node:path");
    module.exports = { answer: async () => [__filename.split(sep).pop(), require("node:os").EOL.length, "Zoë"].join(" ") };`;

  it("runs a bundle, which may require and know its own name, and keeps one compilation per use", () => {
    const { run, kept } = bundled(BUNDLE);
    expect(run("ingest")).toBe("bundle.cjs 1 Zoë");
    expect(run("ingest")).toBe("bundle.cjs 1 Zoë");
    expect(run("publish")).toBe("bundle.cjs 1 Zoë");
    const own = `${process.version}-${process.arch}`;
    expect(kept().sort()).toEqual([`bundle.cjs.ingest.${own}`, `bundle.cjs.publish.${own}`]);
  });

  it("does not write again what V8 accepts", () => {
    const { folder, run, kept } = bundled(BUNDLE);
    run("ingest");
    const path = join(folder, kept()[0]!);
    // Long ago, which writing it again would change; a disk keeps no more than whole seconds for sure.
    const then = new Date("2025-01-01T00:00:00Z");
    utimesSync(path, then, then);
    run("ingest");
    expect(statSync(path).mtimeMs).toBe(then.getTime());
  });

  it.each([
    ["of another program", Buffer.alloc(4_096, 7)],
    ["empty", Buffer.alloc(0)],
  ])("compiles anew where what is kept is %s, and keeps that", (_what, wrong) => {
    const { folder, run, kept } = bundled(BUNDLE);
    run("ingest");
    const path = join(folder, kept()[0]!);
    const good = readFileSync(path).length;
    writeFileSync(path, wrong);
    expect(run("ingest")).toBe("bundle.cjs 1 Zoë");
    expect(readFileSync(path).length).toBeGreaterThan(good / 2);
  });

  it("says what a bundle throws", () => {
    expect(bundled("throw new Error('no such thing');").run("ingest")).toContain("no such thing");
  });
});
