import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  RECIPE,
  REGISTRY,
  REPOSITORY,
  TYPES,
  withCareerInterviews,
} from "../support/career-interviews.ts";

/** The files of the program that differ between the project and a copy of it. */
const touched = (scratch: string): readonly string[] =>
  readdirSync(join(scratch, "functions"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(scratch.length + 1))
    .filter((path) => textAt(join(scratch, path)) !== textAt(join(REPOSITORY, path)));

function textAt(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return null;
  }
}

const ingested = (scratch: string) =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ["--import", "tsx", "test/support/ingest-interviews.ts", RECIPE],
      { cwd: scratch, encoding: "utf8" },
    ),
  ) as { readonly [what: string]: readonly unknown[] };

describe("a new type of record", () => {
  it("is read, joined, stored and named by its descriptor and a line of the registry", () => {
    const scratch = withCareerInterviews();
    expect(touched(scratch)).toEqual([`${TYPES}/career-interview.ts`, REGISTRY]);
    const { rows, rejects, files, names, changed } = ingested(scratch);
    expect(rows).toEqual([
      {
        ...{ interview: "I1", student: "0001", plan: "P1", heldOn: "2021-11-03" },
        ...{ employer: "Mill & Sons", minutes: 45, setting: "on-site", topics: "duties;pay" },
      },
      {
        ...{ interview: "I2", student: "0002", plan: "P2", heldOn: "2022-01-20" },
        ...{ employer: "City Clinic", minutes: null, setting: null, topics: "" },
      },
      {
        ...{ interview: "I6", student: "0003", plan: "P3", heldOn: "2021-11-08" },
        ...{ employer: "Harbor", minutes: null, setting: "virtual", topics: "pay" },
      },
    ]);
    expect(rejects).toEqual([
      "date outside-its-school-year",
      "interview_id contradicts-another passed-over",
      "minutes not-a-number set-aside",
      "plan_id unknown-plan",
      "student_id unknown-student",
    ]);
    expect(files).toEqual([{ records: 7, accepted: 3, contradicted: 1 }]);
    expect(names).toContain("Career interviews (the district's own format)");
    expect(changed).toContainEqual(["Career interviews", "Added", 3]);
  });
});
