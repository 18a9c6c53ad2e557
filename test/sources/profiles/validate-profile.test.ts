// Longer than most: a fault of each part of a profile.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { isFaulty, validateProfile } from "../../../functions/sources/profiles/validate-profile.ts";

const PROFILES = join(import.meta.dirname, "../../../functions/sources/vendors");

const column = (to: string, ...from: string[]) => ({ to, from });
const PLAN_COLUMNS = ["student", "planType", "schoolYear", "status", "openedOn"].map((to) =>
  column(to, to),
);
const READ = { table: "plan", columns: PLAN_COLUMNS };
const FILE = {
  file: "plans.csv",
  name: "Plans",
  pattern: "^plans",
  signature: ["student", ["status", "state"]],
  reads: [READ],
};
const PROFILE = { id: "some-vendor", version: 1, title: "Some vendor", files: [FILE] };

const ofFile = (settings: object) => ({ ...PROFILE, files: [{ ...FILE, ...settings }] });
const ofRead = (settings: object) => ofFile({ reads: [{ ...READ, ...settings }] });
/** The first column with other settings. */
const ofColumn = (settings: object) =>
  ofRead({ columns: [{ ...PLAN_COLUMNS[0], ...settings }, ...PLAN_COLUMNS.slice(1)] });
/** One more column. */
const withColumn = (more: object) => ofRead({ columns: [...PLAN_COLUMNS, more] });

function faultsOf(value: unknown): readonly (readonly [string, string])[] {
  const validated = validateProfile(value);
  return isFaulty(validated) ? validated.map(({ path, message }) => [path, message]) : [];
}

describe("validateProfile", () => {
  it.each(readdirSync(PROFILES))("takes the shipped profile %s", (name) => {
    expect(faultsOf(JSON.parse(readFileSync(join(PROFILES, name), "utf8")))).toEqual([]);
  });

  it("hands back a sound profile as it is", () => {
    expect(validateProfile(PROFILE)).toBe(PROFILE);
    const every = withColumn({
      to: "closedOn",
      from: ["end"],
      isRequired: false,
      dayFormats: ["M/D/YYYY", "YYYYMMDD", "D-MON-YY", "MON D, YYYY", "epoch-ms", "excel-serial"],
      endDays: "last-day-in",
    });
    expect(validateProfile(every)).toBe(every);
  });

  it.each([
    [
      "an unknown table",
      ofRead({ table: "plans" }),
      "files[0].reads[0].table",
      'did you mean "plan"?',
    ],
    [
      "a field of another table",
      withColumn(column("heldOn", "x")),
      "files[0].reads[0].columns[5].to",
      "is none of",
    ],
    [
      "a misspelled field",
      withColumn(column("closdOn", "x")),
      "files[0].reads[0].columns[5].to",
      'did you mean "closedOn"?',
    ],
    [
      "a misspelled setting",
      ofFile({ delimeter: ";" }),
      "files[0].delimeter",
      'did you mean "delimiter"?',
    ],
    ["an unknown setting", ofFile({ owner: "x" }), "files[0].owner", "remove it"],
    [
      "a missing setting",
      { ...PROFILE, files: [{ ...FILE, pattern: undefined }] },
      "files[0].pattern",
      "is missing; add it: A regular expression",
    ],
    ["an id with capitals", { ...PROFILE, id: "Vendor" }, "id", "lower-case letters"],
    [
      "a version in quotation marks",
      { ...PROFILE, version: "1" },
      "version",
      "must be a whole number",
    ],
    ["no file", { ...PROFILE, files: [] }, "files", "says too little"],
    ["an unknown encoding", ofFile({ encoding: "latin1" }), "files[0].encoding", '"windows-1252"'],
    [
      "a number among the signature",
      ofFile({ signature: ["a", 3] }),
      "files[0].signature[1]",
      "is not written as it must be",
    ],
    [
      "a share over one",
      ofFile({ guards: { maximumRejectShare: 5 } }),
      "files[0].guards.maximumRejectShare",
      "<= 1",
    ],
    [
      "a day format without a day",
      ofColumn({ dayFormats: ["YYYY-MM"] }),
      "files[0].reads[0].columns[0].dayFormats[0]",
      "such as M/D/YYYY",
    ],
    [
      "a day format with two years",
      ofFile({ dayFormats: ["YYYY-YY-D"] }),
      "files[0].dayFormats[0]",
      "such as M/D/YYYY",
    ],
    [
      "wide attendance without codes",
      ofRead({ attendance: { shape: "wide", cells: ["a"], rollUp: { rule: "any" } } }),
      "files[0].reads[0].attendance.codes",
      "is missing",
    ],
    [
      "attendance of no shape",
      ofRead({ attendance: { cells: ["a"] } }),
      "files[0].reads[0].attendance.shape",
      "is missing",
    ],
    ["a text in place of a profile", "profile", "", "must be an object in braces"],
  ])("names the place of %s", (_, value, path, message) => {
    const faults = faultsOf(JSON.parse(JSON.stringify(value)));
    expect(faults.map(([path]) => path)).toContain(path);
    expect(faults.find(([faultPath]) => faultPath === path)?.[1]).toContain(message);
  });

  it.each([
    [
      "a field filled twice",
      withColumn(column("student", "x")),
      "files[0].reads[0].columns[5].to",
      "columns[0]",
    ],
    [
      "a pattern that is no regular expression",
      ofFile({ pattern: "plans(" }),
      "files[0].pattern",
      "no regular expression",
    ],
    [
      "a skip rule that is none",
      ofFile({ skipWhere: [{ column: "a", matches: "*" }] }),
      "files[0].skipWhere[0].matches",
      "no regular expression",
    ],
    [
      "values left out of a column by which nothing is kept",
      ofFile({ leaveOut: [{ column: "a", values: ["b"] }] }),
      "files[0].leaveOut[0].column",
      "no column by which a read keeps records",
    ],
    [
      "an extract that is none",
      ofColumn({ extract: "[" }),
      "files[0].reads[0].columns[0].extract",
      "no regular expression",
    ],
    [
      "an extract without a group",
      ofColumn({ extract: "\\d+" }),
      "files[0].reads[0].columns[0].extract",
      "has no group",
    ],
    [
      "a column of no name",
      ofColumn({ from: undefined }),
      "files[0].reads[0].columns[0]",
      "names no column",
    ],
    [
      "a column both of one and of several",
      ofColumn({ join: ["a", "b"] }),
      "files[0].reads[0].columns[0].join",
      "keep one of the two",
    ],
    ["an empty signature", ofFile({ signature: [] }), "files[0].signature", "any file would do"],
    [
      "two files of one name",
      { ...PROFILE, files: [FILE, { ...FILE, file: "PLANS.csv" }] },
      "files[1].file",
      "files[0]",
    ],
    [
      "attendance of another table",
      ofRead({ attendance: { shape: "sections", sectionColumns: ["a"], rollUp: { rule: "all" } } }),
      "files[0].reads[0].attendance",
      "table attendance, not plan",
    ],
    [
      "day formats of a status",
      withColumn({ to: "counselor", from: ["a"], dayFormats: ["M/D/YYYY"] }),
      "files[0].reads[0].columns[5].dayFormats",
      "holds none",
    ],
    [
      "an end day of a beginning",
      ofRead({
        columns: PLAN_COLUMNS.map((column) =>
          column.to === "openedOn" ? { ...column, endDays: "last-day-in" } : column,
        ),
      }),
      "files[0].reads[0].columns[4].endDays",
      "openedOn is none",
    ],
    [
      "a kind of identifier of a counselor",
      withColumn({ to: "counselor", from: ["a"], idType: "state" }),
      "files[0].reads[0].columns[5].idType",
      "counselor is none",
    ],
    [
      "a value that the field does not know",
      ofRead({
        columns: PLAN_COLUMNS.map((column) =>
          column.to === "status" ? { ...column, values: { open: "opened" } } : column,
        ),
      }),
      'files[0].reads[0].columns[3].values["open"]',
      "draft, active, closed",
    ],
    [
      "what a blank means in a column that is not read",
      ofColumn({ blank: { status: "0001" } }),
      'files[0].reads[0].columns[0].blank["status"]',
      'none of the columns of "from"',
    ],
    [
      "a blank that means what the field does not know",
      ofRead({
        columns: PLAN_COLUMNS.map((column) =>
          column.to === "status" ? { ...column, blank: { Status: "opened" } } : column,
        ),
      }),
      'files[0].reads[0].columns[3].blank["Status"]',
      "draft, active, closed",
    ],
    [
      "a status that is kept, of no column",
      ofFile({ status: { kept: ["active"] } }),
      "files[0].status.column",
      "of which column",
    ],
    [
      "a status of no column",
      ofFile({ status: { removed: ["deleted"] } }),
      "files[0].status.column",
      "of which column",
    ],
    [
      "a list within what is no document",
      ofRead({ path: "goals" }),
      "files[0].reads[0].path",
      '"json-lines"',
    ],
  ])("finds %s, which a schema cannot", (_, value, path, message) => {
    const faults = faultsOf(JSON.parse(JSON.stringify(value)));
    expect(faults.map(([faultPath]) => faultPath)).toEqual([path]);
    expect(faults[0]?.[1]).toContain(message);
  });

  it("names each field that a row cannot do without and that no column fills", () => {
    const faults = faultsOf(ofRead({ table: "review", columns: [column("heldOn", "x")] }));
    expect(faults.map(([, message]) => message)).toEqual([
      "map no column to review, which a row of review cannot do without; add it",
      "map no column to plan, or student with planType with schoolYear, which a row of review cannot do without; add it",
      "map no column to state, which a row of review cannot do without; add it",
    ]);
    const columns = [column("student", "a"), column("on", "b")];
    const cells = { shape: "wide", cells: ["p1"], codes: { A: "absent" }, rollUp: { rule: "any" } };
    expect(faultsOf(ofRead({ table: "attendance", columns }))).toHaveLength(1);
    expect(faultsOf(ofRead({ table: "attendance", columns, attendance: cells }))).toEqual([]);
  });

  it("holds the columns of a file without a header row to the list of them", () => {
    const headers = ["student", "planType", "schoolYear", "STATUS", "opened on"];
    const bare = { headers, signature: [] };
    expect(faultsOf(ofFile(bare))).toEqual([]);
    const list = { ...READ, forEach: { column: ["schools", "orgs"], separator: "," } };
    expect(faultsOf(ofFile({ ...bare, reads: [list] })).map(([path]) => path)).toEqual([
      "files[0].reads[0].forEach.column",
    ]);
    expect(faultsOf(ofFile({ ...bare, headers: [...headers, "orgs"], reads: [list] }))).toEqual([]);
    expect(faultsOf(ofFile({ ...bare, headers: [...headers, "status"] }))).toEqual([
      ["files[0].headers[5]", "names a column twice; rename one"],
    ]);
    const less = faultsOf(ofFile({ signature: ["state"], headers: headers.slice(1) }));
    expect(less.map(([path]) => path)).toEqual([
      "files[0].signature[0]",
      "files[0].reads[0].columns[0].from",
    ]);
    expect(less[0]?.[1]).toContain('names "state", which "headers" does not list');
  });

  it("tells of all faults at once, each once", () => {
    const faults = faultsOf({ id: "Vendor", version: 0, titel: "x", files: [] });
    const paths = faults.map(([path]) => path);
    expect([...paths].sort()).toEqual(["files", "id", "titel", "title", "version"]);
  });
});
