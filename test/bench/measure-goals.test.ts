import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const REPOSITORY = fileURLToPath(new URL("../..", import.meta.url));

describe("bench --goals", () => {
  it("clusters planted goals, names its seed and ends with one JSON object", () => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ["--import", "tsx", "bench/bench.ts", "--goals", "20000"],
      { cwd: REPOSITORY, encoding: "utf8" },
    );
    expect(stderr).toBe("");
    const lines = stdout.trimEnd().split("\n");
    const last = JSON.parse(lines.at(-1)!) as Record<string, number>;
    expect(Object.keys(last)).toEqual(["goals", "seconds", "peakMiB", "recall", "falsePairs"]);
    expect(last.goals).toBe(20_000);
    expect(last.seconds).toBeGreaterThan(0);
    expect(last.peakMiB).toBeGreaterThan(20);
    // The same on every machine: the goals and the hashes are.
    expect(last.recall).toBe(0.99);
    expect(last.falsePairs).toBe(0);
    expect(lines[1]).toMatch(/^20,000 goals of 6,667 students, seed 42: /);
    // No text of a goal is printed.
    expect(stdout).not.toMatch(/ will /);
    expect(status).toBe(0);
  }, 120_000);
});
