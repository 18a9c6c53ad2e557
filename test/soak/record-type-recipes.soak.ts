import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { expectEnough, recipe } from "../recipes/recipe.ts";
import { scratchRepository } from "../recipes/scratch-repository.ts";
import { RECIPE, REGISTRY, TYPES } from "../support/career-interviews.ts";

const PROFILE = "functions/sources/vendors/plain.json";
const FORMAT = "docs/formats/ilp-csv.md";
const DESCRIPTOR = `${TYPES}/career-interview.ts`;
const SAMPLE = "fixtures/sources/plain/says-whom-students-have-interviewed";

/** What stands in the folder of the recipe, as text. */
const given = (file: string): string => readFileSync(join(RECIPE, file), "utf8");

describe("the recipe for a record type", () => {
  it("adds a type that is read, stored and compiled with the files that it names", () => {
    const scratch = scratchRepository();
    scratch.write(DESCRIPTOR, given("career-interview.ts").replaceAll(`../../../${TYPES}/`, "./"));
    const before = 'import { caseload } from "./caseload.ts";\n';
    scratch.edit(
      REGISTRY,
      before,
      `import { careerInterview } from "./career-interview.ts";\n${before}`,
    );
    scratch.edit(REGISTRY, "  caseload,\n}", "  caseload,\n  careerInterview,\n}");

    const plain = JSON.parse(scratch.read(PROFILE)) as { readonly files: readonly object[] };
    const own = JSON.parse(given("ilp.profile.json")) as { readonly files: readonly object[] };
    scratch.write(PROFILE, JSON.stringify({ ...plain, files: [...plain.files, ...own.files] }));
    const heading = "## staff.csv: one row per staff member and role\n";
    scratch.edit(FORMAT, heading, PAGE + heading);
    scratch.write(`${SAMPLE}/interviews.csv`, INTERVIEWS);
    scratch.write(`${SAMPLE}/expected.json`, JSON.stringify(EXPECTED));

    expectEnough(
      recipe("A record type", { type: "career-interview", case: SAMPLE.split("/").at(-1) ?? "" }),
      scratch,
    );
    expect(scratch.touched()).toEqual([
      FORMAT,
      `${SAMPLE}/expected.json`,
      `${SAMPLE}/interviews.csv`,
      DESCRIPTOR,
      REGISTRY,
      "functions/sources/profiles/profile.schema.json",
      PROFILE,
    ]);
    expect(scratch.run("npx tsc -p . --noEmit")).toBe("");
    scratch.run("npx vitest run test/sources/profiles test/docs test/domain test/conformed");
  });
});

const INTERVIEWS = [
  "interview_id,student_id,plan_id,date,employer,minutes,setting,topics",
  "I1,0001,P1,2021-11-03,Mill & Sons,45,on-site,duties;pay",
  "I2,0002,P2,2022-01-20,City Clinic,,,",
  "",
].join("\n");

const EXPECTED = {
  files: {
    "interviews.csv": {
      ...{ kind: "plain/interviews.csv", outcome: "used" },
      ...{ records: 2, accepted: 2, rejected: 0 },
      rows: {
        careerInterview: [
          {
            ...{ interview: "I1", student: "0001", plan: "P1", heldOn: "2021-11-03" },
            ...{ employer: "Mill & Sons", minutes: 45, setting: "on-site" },
            topics: ["duties", "pay"],
          },
          {
            ...{ interview: "I2", student: "0002", plan: "P2", heldOn: "2022-01-20" },
            ...{ employer: "City Clinic", minutes: null, setting: null, topics: [] },
          },
        ],
      },
    },
  },
};

const PAGE = `## interviews.csv: one row per career interview of a student

| column | required | holds |
|---|---|---|
| \`interview_id\` | yes | the interview's identifier |
| \`student_id\` | yes | the student |
| \`plan_id\` | yes | the plan that it belongs to |
| \`date\` | yes | the day |
| \`employer\` | | whom the person works for |
| \`minutes\` | | how long it took |
| \`setting\` | | \`on-site virtual\` |
| \`topics\` | | what was talked about, with \`;\` between them: \`duties education pay\` |

`;
