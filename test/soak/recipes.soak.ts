// Longer than most: each recipe of CONTRIBUTING, carried out in a scratch copy.
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { expectEnough, recipe } from "../recipes/recipe.ts";
import { scratchRepository, type ScratchRepository } from "../recipes/scratch-repository.ts";
import { scratchFolder } from "../support/scratch-folder.ts";

/** Adds an import below another one and an entry below another one. */
function register(
  scratch: ScratchRepository,
  file: string,
  [importLine, newImport]: readonly [string, string],
  [entry, newEntry]: readonly [string, string],
): void {
  scratch.edit(file, `${importLine}\n`, `${importLine}\n${newImport}\n`);
  scratch.edit(file, `${entry}\n`, `${entry}\n${newEntry}\n`);
}

describe("the recipe for a vendor", () => {
  it("adds a vendor from its export, with the files that it names", () => {
    const scratch = scratchRepository();
    const name = "ExampleSIS_Students.csv";
    const file = join(scratchFolder(), name);
    const exported = [
      "SIS Student ID,Last,First,Grade,School,Entry Date,Exit Date",
      "1001,Vance,Ada,09,North High,2021-09-13,2022-03-17",
      "1002,Lind,Bo,10,North High,2021-09-13,",
      "1003,Ross,Cy,11,South High,2021-09-14,2022-01-21",
      "1004,Moss,Di,12,South High,2021-09-14,",
      "",
    ].join("\n");
    const folder = "fixtures/sources/example-sis/a-student-who-left-in-march";
    const how = recipe("A vendor or a format", {
      vendor: "example-sis",
      case: "a-student-who-left-in-march",
      export: file,
    });
    const [proposes, checks] = how.commands;
    if (proposes === undefined || checks === undefined) throw new Error("a command is missing");
    writeFileSync(file, exported);
    const proposed = scratch.run(`${proposes} || [ $? -eq 2 ]`);
    const profile = proposed
      .replace(/"id": "[^"]+"/, '"id": "example-sis"')
      .replace(
        /"sources": \[[^\]]*\]/,
        '"sources": ["an export of our own", "the vendor\'s manual"]',
      )
      .replaceAll('"?"', '"first-day-out"');
    for (const column of ["Last", "First", "Entry Date", "Exit Date"]) {
      expect(profile).toContain(`"from": ["${column}"]`);
    }
    scratch.write("functions/sources/vendors/example-sis.json", profile);
    register(
      scratch,
      "functions/sources/profiles/profiles.ts",
      [
        'import synergy from "../vendors/synergy.json" with { type: "json" };',
        'import exampleSis from "../vendors/example-sis.json" with { type: "json" };',
      ],
      ["  synergy as Profile,", "  exampleSis as Profile,"],
    );
    scratch.edit(
      "docs/formats/vendors.md",
      "| `kinvolved` |",
      `| \`example-sis\` | ${name} | students, enrollments, schools | – | – | all columns |\n| \`kinvolved\` |`,
    );
    scratch.write(`${folder}/${name}`, exported);
    const expected = {
      files: {
        [name]: {
          kind: `example-sis/${name}`,
          outcome: "used",
          records: 4,
          accepted: 4,
          rejected: 0,
          rows: { person: 4, enrollment: 4, organization: 4 },
        },
      },
    };
    scratch.write(`${folder}/expected.json`, JSON.stringify(expected));
    expectEnough(how, scratch, [proposes]);
    expect(scratch.touched()).toHaveLength(5);
  });
});

describe("the recipe for a measure", () => {
  it("adds a measure with the files that it names", () => {
    const scratch = scratchRepository();
    scratch.write("functions/metrics/measures/career-goal.ts", MEASURE);
    register(
      scratch,
      "functions/metrics/measures/metrics.ts",
      [
        'import { chronicAbsence } from "./chronic-absence.ts";',
        'import { careerGoal } from "./career-goal.ts";',
      ],
      ["  goalDomains,", "  careerGoal,"],
    );
    scratch.write("test/metrics/career-goal.test.ts", TEST_OF_MEASURE);
    const counts = "test/independent/plain-substance.ts";
    const counted = '    ["goal-domains", goalDomains(folder)],\n';
    scratch.edit(
      counts,
      counted,
      `${counted}    ["career-goal", goalsNow(folder).some((goal) => goal["domain"] === "career") ? "yes" : "no"],\n`,
    );
    scratch.edit(
      counts,
      "import { goalDomains, goalIndicators, onTrack, planChange, planContents } from",
      "import {\n  goalDomains,\n  goalIndicators,\n  goalsNow,\n  onTrack,\n  planChange,\n  planContents,\n} from",
    );
    const figures = "test/independent/plain-figures.ts";
    const line = '  ["goal-domains", "goal-domains", "three-domains"],\n';
    scratch.edit(figures, line, `${line}  ["career-goal", "career-goal", "yes"],\n`);

    const names = "dashboard/src/words/terms/measures.ts";
    const [english, spanish] = [
      '    "goal-domains": "Goals in all three domains",\n',
      '    "goal-domains": "Metas en los tres ámbitos",\n',
    ];
    scratch.edit(names, english, `${english}    "career-goal": "A career goal",\n`);
    scratch.edit(names, spanish, `${spanish}    "career-goal": "Una meta de carrera",\n`);
    const definitions = "dashboard/src/words/terms/definitions-of-plans.ts";
    const [definition = ""] =
      /^ {4}"goal-domains": \{\n.*?^ {4}\},\n/ms.exec(scratch.read(definitions)) ?? [];
    scratch.edit(
      definitions,
      definition,
      definition +
        definition.replace("goal-domains", "career-goal").replace(/version: \d+/, "version: 1"),
    );

    expectEnough(recipe("A measure", { measure: "career-goal" }), scratch);
    const touched = scratch.touched();
    const golden = touched.filter((path) => path.startsWith("fixtures/cast/golden/"));
    expect(golden.filter((path) => path.endsWith(".csv"))).toEqual(
      ["answers", "changes", "rates", "student-groups", "trend"].map(
        (table) => `fixtures/cast/golden/staff/${table}.csv`,
      ),
    );
    for (const table of golden.filter((path) => path.endsWith(".csv"))) {
      const rows = scratch.read(table).split("\n");
      const own = rows.filter((row) => row.startsWith("career-goal,"));
      expect(own.length, table).toBeGreaterThan(1);
      // Without its rows, the table is what it was.
      expect(rows.filter((row) => !own.includes(row)).join("\n"), table).toBe(
        readFileSync(table, "utf8"),
      );
    }
    const others = golden.filter((path) => !path.endsWith(".csv"));
    expect(others.map((path) => basename(path)).sort()).toEqual([
      ...["datapackage.json", "datapackage.json", "manifest.json", "manifest.json"],
    ]);
    expect(touched.filter((path) => !golden.includes(path))).toEqual([
      definitions,
      names,
      "functions/metrics/measures/career-goal.ts",
      "functions/metrics/measures/metrics.ts",
      "test/independent/plain-figures.ts",
      "test/independent/plain-substance.ts",
      "test/metrics/career-goal.test.ts",
    ]);
    scratch.run(
      "npx vitest run test/dashboard/words test/releases test/reports test/architecture/files.test.ts",
    );
  });
});

describe("the recipe for a column of an edition", () => {
  it("adds a column to a staff table with the files that it names, each named by the compiler", () => {
    const scratch = scratchRepository();
    const how = recipe("A column of an edition");
    const [compile] = how.commands;
    if (compile === undefined) throw new Error("the recipe names no command");
    const column =
      '{ name: "ownerId", type: "text", title: "Who can fix it, id", definition: "An id." },';
    const remedy = '{ name: "remedy", type: "text",';
    scratch.edit("functions/releases/tables/records.ts", remedy, `${column} ${remedy}`);
    const rows = "functions/editions/staff-tables.ts";
    const samples = "test/dashboard/fixture/record-rows.ts";
    const faults = scratch.run(`${compile} || true`);
    expect(faults).toContain(rows);
    expect(faults).toContain(samples);
    scratch.edit(rows, "      remedy,\n", "      ownerId: owner,\n      remedy,\n");
    scratch.edit(
      samples,
      '          owner: "Registrar",\n',
      '          owner: "Registrar",\n          ownerId: "registrar",\n',
    );
    expectEnough(how, scratch);
    expect(scratch.touched()).toEqual([
      "fixtures/cast/golden/staff/datapackage.json",
      "fixtures/cast/golden/staff/manifest.json",
      "fixtures/cast/golden/staff/reconciliation.csv",
      "functions/editions/staff-tables.ts",
      "functions/releases/tables/records.ts",
      "test/dashboard/fixture/record-rows.ts",
    ]);
  });
});

describe("the recipe for a column of the research extract", () => {
  it("adds a column with the files that it names", () => {
    const scratch = scratchRepository();
    const goals = '  target({\n    name: "goals",\n';
    scratch.edit("functions/reports/extract/plan-columns.ts", goals, COLUMN_OF_EXTRACT + goals);
    const extract = "functions/pipeline/extract/extract.ts";
    scratch.write(
      extract,
      scratch
        .read(extract)
        .replace(/EXTRACT_VERSION = (\d+)/, (_, n: string) => `EXTRACT_VERSION = ${Number(n) + 1}`),
    );
    expectEnough(recipe("A column of the research extract"), scratch);
    expect(scratch.touched()).toEqual([extract, "functions/reports/extract/plan-columns.ts"]);
  });
});

const COLUMN_OF_EXTRACT = `  target({
    name: "plans",
    title: "Plans",
    definition: "Plans of any type on record.",
    universe: ALL,
    source: PLANS,
    codings: [asItIs("counts")],
    onlyWith: "plan_coverage",
    isTopCoded: true,
    valueOf: ofPlans(({ student }) => String(student.record.document?.plans.length ?? 0)),
  }),
`;

const MEASURE = `import { YES_NO_PARTS } from "../../domain/figures/parts.ts";
import { documentsOf } from "../../mandates/clock/clock-case.ts";
import { currentGoals } from "../plans/current-goals.ts";
import { oneQuestion } from "./measure-bars.ts";
import type { Metric } from "./metric.ts";

/** Whether students have a career goal. */
export const careerGoal: Metric = {
  id: "career-goal",
  name: "A career goal",
  isHigherBetter: true,
  definition: "Students with an open plan that has a career goal.",
  numerator: "Students with a career goal, set by the date of the data.",
  denominator: "Students enrolled on the date of the data in a grade the mandate covers.",
  exclusions: "Nobody.",
  source: "Domains of the goals, as the plan export gives them.",
  version: 1,
  isPublic: false,
  needs: "plans",
  counted: ["yes"],
  against: ["no"],
  ...oneQuestion(
    { id: "career-goal", parts: YES_NO_PARTS },
    {
      population: { kind: "mandate" },
      needs: "plans",
      isPublic: false,
      afterDue: [],
      answer: ({ record }, { mandate, asOf }) =>
        currentGoals(mandate, documentsOf(record), asOf).some(({ domain }) => domain === "career")
          ? "yes"
          : "no",
    },
  ),
};
`;

const TEST_OF_MEASURE = `import { describe, expect, it } from "vitest";
import { careerGoal } from "../../functions/metrics/measures/career-goal.ts";
import { assessed, goal, partOf, withGoals } from "./assessed-student.ts";

describe("career-goal", () => {
  it.each([
    ["career", "yes"],
    ["academic", "no"],
  ] as const)("of a student with one %s goal is %s", (domain, part) => {
    const document = withGoals([goal(domain)]);
    expect(partOf(careerGoal, assessed({ document }))).toBe(part);
  });

  it("finds none in a student without a plan", () => {
    expect(partOf(careerGoal, assessed({ document: null }))).toBe("no");
  });
});
`;
