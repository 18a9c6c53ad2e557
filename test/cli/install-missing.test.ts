import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { describe, expect, it } from "vitest";
import { scratchFolder } from "../support/scratch-folder.ts";

const SCRIPT = join(import.meta.dirname, "../../functions/cli/install-missing.mjs");

type Packages = Readonly<Record<string, { readonly version?: string; readonly optional?: true }>>;

/** Runs the script in a folder of its own, with an npm that only says what it is asked. */
function run(
  locked: Packages,
  installed: Packages | null,
  { npmExit = 0, npm = "", isTerminal = false } = {},
) {
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
  const bin = join(folder, "bin/npm");
  writeFileSync(bin, `#!/bin/sh\necho "asked: $@" >&2\n${npm}\nexit ${npmExit}\n`);
  chmodSync(bin, 0o755);
  const path = [join(folder, "bin"), process.env.PATH].join(delimiter);
  // `script` (util-linux) gives a command a terminal of its own.
  const [command, args] = isTerminal
    ? ["script", ["-qec", `${process.execPath} ${script}`, "/dev/null"]]
    : [process.execPath, [script]];
  const { status, stdout, stderr } = spawnSync(command, args, {
    env: { ...process.env, PATH: path },
    encoding: "utf8",
  });
  return { status, lines: stdout.split("\n").filter((line) => line !== ""), asked: stderr.trim() };
}
const HAS_SCRIPT = spawnSync("script", ["--version"], { encoding: "utf8" }).stdout?.includes(
  "util-linux",
);

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
  ])(
    "installs what the lockfile lists where %s, and says so before and after",
    (_name, installed) => {
      const { status, lines, asked } = run(LOCKED, installed);
      expect(asked).toBe("asked: ci --no-audit --no-fund --loglevel=error");
      expect(lines).toEqual([
        expect.stringMatching(/^Installing 1 packages of package-lock.json: .* minutes/),
        expect.stringMatching(/^Installed in \d+ seconds\.$/),
      ]);
      expect(status).toBe(0);
    },
  );

  it("fails where npm fails", () => {
    const { status, lines } = run(LOCKED, null, { npmExit: 7 });
    expect(status).toBe(7);
    expect(lines.at(-1)).toMatch(/^npm ci failed after \d+ seconds/);
  });

  it.skipIf(!HAS_SCRIPT)(
    "shows on a terminal how many packages are there, and for how long it has gone on",
    () => {
      const npm = "mkdir -p node_modules/a && touch node_modules/a/package.json && sleep 2.5";
      const { status, lines } = run({ ...LOCKED, "node_modules/b": { version: "2.0.0" } }, null, {
        npm: `cd "$(dirname "$0")/.." && ${npm}`,
        isTerminal: true,
      });
      const shown = lines.join("\n");
      expect(status).toBe(0);
      expect(shown).toContain("  1 of 2 packages are there, 1 seconds");
      expect(shown).toContain("  1 of 2 packages are there, 2 seconds");
      expect(shown).toMatch(/Installed in \d seconds/);
    },
  );
});
