import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { withCareerInterviews } from "../support/career-interviews.ts";

it("a new type of record compiles with its descriptor and a line of the registry", () => {
  const scratch = withCareerInterviews();
  const config = { extends: "./tsconfig.json", include: ["functions"], exclude: [] };
  writeFileSync(join(scratch, "tsconfig.functions.json"), JSON.stringify(config));
  const tsc = join(scratch, "node_modules/typescript/bin/tsc");
  const check = () =>
    execFileSync(process.execPath, [tsc, "-p", "tsconfig.functions.json"], {
      cwd: scratch,
      encoding: "utf8",
    });
  expect(check()).toBe("");
}, 300_000);
