import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { TestSpecification, Vitest } from "vitest/node";
import { LONG_SUITES, LongSuitesFirst } from "../long-suites-first.ts";
import { SLOW_SUITES } from "../slow-suites.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

it("lists suites that are there, once each, and that `npm test` runs", () => {
  expect(LONG_SUITES.filter((file) => !existsSync(join(ROOT, file)))).toEqual([]);
  expect(new Set(LONG_SUITES).size).toBe(LONG_SUITES.length);
  expect(LONG_SUITES.filter((file) => SLOW_SUITES.includes(file))).toEqual([]);
});

it("starts long suites first, longest first, and the others largest first", async () => {
  const [longest = "", second = ""] = LONG_SUITES;
  const sizes = new Map([
    ["test/a.test.ts", 100],
    [second, 10],
    ["test/b.test.ts", 300],
    [longest, 5],
    ["test/c.test.ts", 200],
  ]);
  const context = {
    config: { root: ROOT },
    cache: {
      getFileTestResults: () => undefined,
      getFileStats: (key: string) => ({ size: sizes.get(key.slice(1)) }),
    },
  };
  const project = { name: "", config: { isolate: false, sequence: { groupOrder: 0 } } };
  const files = [...sizes.keys()].map((file) => ({ moduleId: join(ROOT, file), project }));
  const sequencer = new LongSuitesFirst(context as unknown as Vitest);
  const sorted = await sequencer.sort(files as unknown as TestSpecification[]);
  expect(sorted.map(({ moduleId }) => moduleId.slice(ROOT.length))).toEqual([
    longest,
    second,
    "test/b.test.ts",
    "test/c.test.ts",
    "test/a.test.ts",
  ]);
});
