import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { scratchFolder } from "../support/scratch-folder.ts";

const SCRIPT = join(import.meta.dirname, "../../functions/cli/install-missing.mjs");

type Packages = Readonly<Record<string, { readonly version?: string; readonly optional?: true }>>;

/** Runs the script in a folder of its own, with an npm that only says what it is asked. */
function run(locked: Packages, installed: Packages | null, npmExit = 0) {
  const folder = scratchFolder();
  for (const name of ["functions/cli", "node_modules", "bin"]) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  const script = join(folder, "functions/cli/install-missing.mjs");
  copyFileSync(SCRIPT, script);
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify({ packages: locked }));
  if (installed !== null) {
    const record = join(folder, "node_modules/.package-lock.json");
    writeFileSync(record, JSON.stringify({ packages: installed }));
  }
  const npm = join(folder, "bin/npm");
  writeFileSync(npm, `#!/bin/sh\necho "asked: $@" >&2\nexit ${npmExit}\n`);
  chmodSync(npm, 0o755);
  const path = [join(folder, "bin"), process.env.PATH].join(delimiter);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    env: { ...process.env, PATH: path },
    encoding: "utf8",
  });
  return { status, lines: stdout.split("\n").filter((line) => line !== ""), asked: stderr.trim() };
}

const NONE = { status: 0, lines: [], asked: "" };
const LOCKED = { "": {}, "node_modules/a": { version: "1.2.0" } };

describe("install-missing", () => {
  it("does nothing, and says nothing, where every package is there in its version", () => {
    expect(run(LOCKED, { "node_modules/a": { version: "1.2.0" } })).toEqual(NONE);
  });

  it("does not miss a package of another platform", () => {
    const locked = { ...LOCKED, "node_modules/b": { version: "1.0.0", optional: true as const } };
    expect(run(locked, { "node_modules/a": { version: "1.2.0" } })).toEqual(NONE);
  });

  it.each([
    ["nothing is installed", null],
    ["a package is missing", {}],
    ["a package has another version", { "node_modules/a": { version: "1.1.0" } }],
  ])("installs what the lockfile lists where %s, and says so in a line", (_name, installed) => {
    const { status, lines, asked } = run(LOCKED, installed);
    expect(asked).toBe("asked: ci --no-audit --no-fund --loglevel=error");
    expect(lines).toHaveLength(1);
    expect(status).toBe(0);
  });

  it("fails where npm fails", () => {
    expect(run(LOCKED, null, 7).status).toBe(7);
  });
});
