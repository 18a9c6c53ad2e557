import { spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { buildDashboard } from "../../dashboard/build.ts";
import { publishedFolder } from "../support/cast-folder.ts";
import { CAST_EXPORTS } from "../support/local-district.ts";
import { scratchFolder, scratchFolderOfAll } from "../support/scratch-folder.ts";
import { LAUNCH } from "../support/serving-console.ts";

/** How much is read of a stream before its reader goes away: nothing, one line, or everything. */
type Reader = "nothing" | "one line" | "all";

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly error: string;
}

/** Runs the command whose output and error output are read so far. */
function read(out: Reader, error: Reader, ...args: readonly string[]): Promise<Ended> {
  const child = spawn(process.execPath, [LAUNCH, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const told = { out: "", error: "" };
  for (const [name, stream, reader] of [
    ["out", child.stdout, out],
    ["error", child.stderr, error],
  ] as const) {
    if (reader === "nothing") stream.destroy();
    stream.on("data", (chunk: Buffer) => {
      told[name] += chunk.toString();
      if (reader === "one line" && told[name].includes("\n")) stream.destroy();
    });
  }
  return new Promise((resolve) => child.once("exit", (code) => resolve({ code, ...told })));
}

describe("a command whose reader goes away", { timeout: 60_000 }, () => {
  const data = scratchFolderOfAll();
  const cast = ["--district", "cast", "--data", data];

  beforeAll(async () => {
    await publishedFolder(data);
  }, 60_000);

  it.each<readonly [Reader, readonly string[]]>([
    ["nothing", ["worklist", ...cast]],
    ["one line", ["worklist", ...cast]],
    ["nothing", ["worklist", ...cast, "--json"]],
    ["nothing", ["worklist", ...cast, "--format", "xlsx"]],
    ["one line", ["mandates", "show", "effective-practice", "--json"]],
    ["nothing", ["profile", "list"]],
    ["nothing", ["--help"]],
    ["nothing", ["worklist", "--help"]],
  ])("ends without a word and well after %s was read of %j", async (reader, args) => {
    expect(await read(reader, "all", ...args)).toMatchObject({ code: 0, error: "" });
  });

  // More than a pipe holds, so that it is still writing when its reader goes.
  it("ends without a word and well in the middle of much", async () => {
    const folder = scratchFolder();
    for (let n = 0; n < 300; n++) {
      writeFileSync(join(folder, `${"a-long-name-".repeat(12)}${n}.csv`), "a,b\n1,2\n");
    }
    const ended = await read("one line", "all", "inspect", folder, "--json");
    expect(ended.error).not.toMatch(/EPIPE|at |Error/);
    expect(ended.code).toBe(1);
  });

  it.each<readonly [Reader, Reader]>([
    ["nothing", "nothing"],
    ["all", "nothing"],
    ["nothing", "all"],
  ])(
    "still fails where the command does, with %s read of its output and %s of its errors",
    async (out, error) => {
      const ended = await read(out, error, "worklist", "--district", "nowhere", "--data", data);
      expect(ended).toMatchObject({ code: 1, out: "" });
      expect(ended.error.split("\n").filter((line) => line !== "")).toHaveLength(
        error === "all" ? 1 : 0,
      );
      expect((await read(out, error, "no-such-command")).code).toBe(1);
    },
  );

  it("does its work to the end", async () => {
    const own = scratchFolder();
    const args = ["ingest", CAST_EXPORTS, "--district", "cast", "--data", own];
    expect(await read("nothing", "nothing", ...args)).toMatchObject({ code: 0 });
    expect(readdirSync(join(own, "records/conformed"))).not.toEqual([]);
    const again = await read("all", "all", ...args);
    expect(again.out).toContain("nothing new");
  });

  it("serves nobody when where the sites are was not read", async () => {
    await buildDashboard();
    const ended = await read("nothing", "all", "serve", ...cast, "--port", "0");
    expect(ended).toMatchObject({ code: 0, error: "" });
  }, 120_000);

  it.skipIf(!existsSync("/dev/full"))(
    "says when its output could not be written for another reason",
    async () => {
      const full = openSync("/dev/full", "w");
      try {
        const child = spawn(process.execPath, [LAUNCH, "profile", "list"], {
          stdio: ["ignore", full, "pipe"],
        });
        let error = "";
        child.stderr?.on("data", (chunk: Buffer) => (error += chunk.toString()));
        const code = await new Promise((resolve) => child.once("close", resolve));
        expect({ code, error }).toEqual({
          code: 1,
          error: "ilp: what was to be printed could not be written whole (ENOSPC)\n",
        });
      } finally {
        closeSync(full);
      }
    },
  );
});
