/**
 * A single defect planted in what a report is made from either shuts the gate, with the check that names
 * it, or leaves the file as it is, byte for byte. There is never a wrong file.
 */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { recordsKeys } from "../../../functions/layout.ts";
import { DamagedRecords } from "../../../functions/pipeline/conform/stored-partitions.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import { FERNHILL } from "../../support/ingest-files.ts";
import {
  COUNT_DAY,
  ingestPennsylvania,
  pennsylvania,
  publishCountDay,
} from "../../support/pennsylvania-district.ts";
import { BENCHMARKS, failing, PLAN_STATUS, reportOf, written } from "../../support/report-of.ts";

const REPORTS = [BENCHMARKS, PLAN_STATUS] as const;
type Report = (typeof REPORTS)[number];
/** The students of grades 5, 8 and 11, in the order of their export. */
const REPORTED = 27;

/** One cell of a row changed; the header is row 0. */
const cell =
  (column: string, value: string | ((rows: readonly string[]) => string)) =>
  (text: string, row: number): string => {
    const lines = text.split("\n");
    const separator = lines[0]?.includes("\t") === true ? "\t" : ",";
    const place = lines[0]!.split(separator).indexOf(column);
    const cells = lines[row]!.split(separator);
    cells[place] = typeof value === "string" ? value : value(lines);
    lines[row] = cells.join(separator);
    return lines.join("\n");
  };
const headerOnly = (text: string): string => `${text.split("\n")[0]!}\n`;
const stateIdOfAnother = (lines: readonly string[]): string => lines.at(-2)!.split("\t")[3]!;

const fullWidth = (digits: string): string =>
  digits.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

interface Defect {
  readonly what: string;
  readonly file: string;
  readonly plant: (text: string, row: number) => string;
  /** By report the check that names it; a report that is not named here keeps its bytes. */
  readonly names: { readonly [report in Report]?: string };
}

const both = (check: string) => ({ [BENCHMARKS]: check, [PLAN_STATUS]: check });
const DEFECTS: readonly Defect[] = [
  ...[
    { what: "no grade", plant: cell("grade_level", ""), names: both("grades") },
    { what: "a grade that is none", plant: cell("grade_level", "upper"), names: both("grades") },
    { what: "an unknown school", plant: cell("schoolid", "S9"), names: both("exports") },
    { what: "no entry date", plant: cell("entrydate", ""), names: both("exports") },
    { what: "no school", plant: cell("schoolid", ""), names: both("exports") },
    { what: "an entry that is no day", plant: cell("entrydate", "soon"), names: both("exports") },
    { what: "an exit that is no day", plant: cell("exitdate", "soon"), names: both("exports") },
    { what: "no identifier", plant: cell("id", ""), names: both("exports") },
    {
      what: "the state identifier of another student in full-width digits",
      plant: cell("state_studentnumber", (lines) => fullWidth(stateIdOfAnother(lines))),
      names: { [BENCHMARKS]: "form", [PLAN_STATUS]: "keys-unique" },
    },
    {
      what: "the state identifier of another student",
      plant: cell("state_studentnumber", stateIdOfAnother),
      names: both("contradictions"),
    },
    {
      what: "a second row in another grade",
      plant: (text: string, row: number) =>
        `${text}${cell("grade_level", "6")(text, row).split("\n")[row]!}\n`,
      names: both("exports"),
    },
    {
      what: "a second row with another state identifier",
      plant: (text: string, row: number) =>
        `${text}${cell("state_studentnumber", "4999999999")(text, row).split("\n")[row]!}\n`,
      names: both("exports"),
    },
  ].map((defect) => ({ ...defect, file: "students.text" })),
  ...(
    [
      ["no state identifier", "", "required"],
      ["a state identifier of nine digits", "400000001", "form"],
      ["a state identifier with a letter", "40000000l1", "form"],
      ["a state identifier with an accent", "40000000é1", "form"],
      ["a state identifier with the delimiter", "400000,001", "form"],
    ] as const
  ).map(([what, value, check]) => ({
    ...{ what, file: "students.text", plant: cell("state_studentnumber", value) },
    names: { [BENCHMARKS]: check },
  })),
  { what: "no plan", file: "plans.csv", plant: headerOnly, names: both("exports") },
  { what: "no piece", file: "plan_components.csv", plant: headerOnly, names: both("exports") },
  {
    what: "half of the plans",
    file: "plans.csv",
    plant: (text) => `${text.split("\n").slice(0, 14).join("\n")}\n`,
    names: both("exports"),
  },
  {
    what: "pieces without the column of their strand",
    file: "plan_components.csv",
    plant: (text) => text.replace("strand", "strnd"),
    names: both("exports"),
  },
  {
    what: "pieces under another header",
    file: "plan_components.csv",
    plant: (text) => text.replace("component", "thing"),
    names: both("exports"),
  },
  {
    what: "the pieces on no day",
    file: "plan_components.csv",
    plant: (text) => text.replaceAll("2023-10-02", "soon"),
    // The pieces are kept, and a code that may rest on them cannot be determined.
    names: { [BENCHMARKS]: "codes" },
  },
  {
    what: "a student in another grade on the plan platform",
    file: "plans.csv",
    plant: (text, row) => {
      const [header = "", ...lines] = text.trimEnd().split("\n");
      const withGrade = lines.map((line, index) => `${line},${index === row - 1 ? "12" : ""}`);
      return `${[`${header},grade`, ...withGrade].join("\n")}\n`;
    },
    names: { [BENCHMARKS]: "systems-agree" },
  },
  {
    what: "a row twice",
    file: "students.text",
    plant: (text, row) => `${text}${text.split("\n")[row]!}\n`,
    names: {},
  },
  {
    what: "rows in another order",
    file: "students.text",
    plant: (text, row) => {
      const [header = "", ...lines] = text.trimEnd().split("\n");
      return `${[header, ...lines.slice(row), ...lines.slice(0, row)].join("\n")}\n`;
    },
    names: {},
  },
];

/** Defects that leave a plan status file of its own: it says what the exports say, and has no rule for it. */
const SAYS_IT: readonly string[] = DEFECTS.filter(
  ({ names }) => names[BENCHMARKS] !== undefined && names[PLAN_STATUS] === undefined,
).map(({ what }) => what);

describe("a single defect", { timeout: 120_000 }, () => {
  const whole = new Map<Report, string>();
  beforeAll(async () => {
    const places = await pennsylvania();
    for (const report of REPORTS) {
      const made = await reportOf(places, FERNHILL, report, COUNT_DAY);
      expect(failing(made)).toEqual([]);
      whole.set(report, written(made)!);
    }
  }, 60_000);

  describe.each(DEFECTS.map((defect) => [defect.what, defect] as const))("%s", (what, defect) => {
    const rows = fc.integer({ min: 1, max: REPORTED });

    it("shuts the gate before and after the day is published again, or changes no byte", async () => {
      await fc.assert(
        fc.asyncProperty(rows, async (row) => {
          const places = await pennsylvania();
          await ingestPennsylvania(places, defect.file, (text) => defect.plant(text, row));
          for (const report of REPORTS) {
            const made = await reportOf(places, FERNHILL, report, COUNT_DAY);
            const file = written(made);
            if (file !== null) expect(file, report).toBe(whole.get(report));
            else
              expect(failing(made), report).toEqual(
                expect.arrayContaining([expect.stringMatching(/^(?:population|exports)$/)]),
              );
          }
          await publishCountDay(places);
          for (const report of REPORTS) {
            const made = await reportOf(places, FERNHILL, report, COUNT_DAY);
            const check = defect.names[report];
            if (check !== undefined) expect(failing(made), report).toContain(check);
            else if (report === BENCHMARKS || !SAYS_IT.includes(what)) {
              expect(written(made), report).toBe(whole.get(report));
            }
          }
        }),
        { numRuns: 2 },
      );
    });
  });

  it("of one bit in any conformed partition is seen, or in one that no report reads changes no byte", async () => {
    const places = await pennsylvania();
    const manifest = await conformedInForce(places.records, FERNHILL);
    const partitions = manifest!.schools.flatMap(({ partitions: own }) => own);
    const keyOf = ({ name, hash }: { readonly name: string; readonly hash: string }): string =>
      recordsKeys.conformed(FERNHILL, name, hash);
    const keys = partitions.map(keyOf);
    expect(keys.length).toBeGreaterThan(8);
    // No report reads incidents and the like, and nobody a partition without a row.
    const unread = new Set(
      partitions
        .filter(
          ({ table, rows }) =>
            rows === 0 || /^(?:incident|caseload|absence|attendanceTotal)$/.test(table),
        )
        .map(keyOf),
    );
    expect(unread.size).toBeLessThan(keys.length);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...keys),
        fc.nat(),
        fc.integer({ min: 0, max: 7 }),
        async (key, place, bit) => {
          const bytes = (await places.records.get(key))!;
          const damaged = bytes.slice();
          damaged[place % bytes.length]! ^= 1 << bit;
          await places.records.put(key, damaged);
          try {
            const made = await reportOf(places, FERNHILL, BENCHMARKS, COUNT_DAY);
            expect(written(made)).toBe(whole.get(BENCHMARKS));
            expect(unread).toContain(key);
          } catch (error) {
            if (!(error instanceof DamagedRecords)) throw error;
          } finally {
            await places.records.put(key, bytes);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
