import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

describe("the bench of the clock", () => {
  it("answers each requirement for each student and ends with one JSON document", () => {
    const args = ["--import", "tsx", "bench/clock.ts", "--students", "700"];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, {
      cwd: ROOT,
      encoding: "utf8",
    });
    expect(stderr).toBe("");
    const { results, students } = JSON.parse(stdout) as {
      students: number;
      results: readonly {
        mandate: string;
        answers: number;
        standings: { readonly [standing: string]: number };
      }[];
    };
    expect(students).toBe(700);
    expect(results).toHaveLength(2);
    expect(results[0]).toMatchObject({ mandate: "effective-practice", answers: 8 * 700 });
    for (const { answers, standings } of results) {
      expect(Object.values(standings).reduce((a, b) => a + b)).toBe(answers);
    }
    expect(status).toBe(0);
  }, 60_000);
});
