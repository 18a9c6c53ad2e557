import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inspectText } from "../../../functions/cli/text/inspect-text.ts";
import { quietProgress } from "../../../functions/pipeline/ports.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import { inspect } from "../../../functions/pipeline/intake/inspect.ts";
import type { Inspection } from "../../../functions/sources/inspect/inspect-file.ts";
import type { Profile } from "../../../functions/sources/profiles/profile.ts";
import { fileKinds, PROFILES } from "../../../functions/sources/profiles/profiles.ts";
import { utf8 } from "../read-export.ts";

/** Reads a file that arrives in chunks of a few bytes. */
function inspected(name: string, bytes: Uint8Array | string, own: readonly Profile[] = []) {
  const all = typeof bytes === "string" ? utf8(bytes) : bytes;
  const file = {
    name,
    async *open() {
      for (let offset = 0; offset < all.length; offset += 1_000)
        yield all.slice(offset, offset + 1_000);
    },
  };
  return inspect(file, fileKinds([...own, ...PROFILES]), day("2022-06-01"), quietProgress);
}

const PLANS = [
  "plan_id,student_id,plan_type,school_year,status,opend_on,closed_on,Shoe Size",
  "P-1,0417,ILP,2022,active,2021-09-13,,38",
  "P-2,0418,ILP,2022,asleep,2021-09-14,,41",
  "",
].join("\r\n");

describe("inspect", () => {
  it("says what a file is, why, and what comes next", async () => {
    const inspection = await inspected("plans.csv", PLANS);
    expect(inspection).toMatchObject({
      file: "plans.csv",
      bytes: { bytes: PLANS.length, lineEnds: { lineFeeds: 0, pairs: 3, carriageReturns: 0 } },
      encoding: "utf-8",
      encodingBecause: "plain-ascii",
      delimiter: ",",
      header: { is: "row", linesBefore: 0, columns: 8 },
      match: {
        kind: "plain/plans.csv",
        signatureFound: ["plan_id", "student_id", "plan_type"],
        signatureMissing: [],
        isNamed: true,
        columnsKnown: 6,
        columns: 8,
        tables: ["plan"],
      },
      outcome: "used",
    });
    expect(inspection.runnersUp.length).toBeLessThanOrEqual(3);
    const reviews = inspection.runnersUp.find(({ kind }) => kind === "plain/reviews.csv");
    expect(reviews).toMatchObject({ signatureMissing: ["review_id"], isNamed: false });
  });

  it("says that a list is read under whichever of its names the file has", async () => {
    const roster = (name: string) =>
      inspected(
        "users.csv",
        `sourcedId,enabledUser,${name},role,username,givenName,familyName\n1,true,S1,student,a,Ada,Alder\n`,
      );
    const uses = ["enrollment.school", "one enrollment per item of its list"];
    for (const name of ["orgSourcedIds", "orgs"]) {
      const { columns, match } = await roster(name);
      expect(match?.kind).toBe("one-roster/users.csv");
      expect(columns[2]).toEqual({ name, uses, nearest: null });
    }
  });

  it("says which columns are read, which not, and what a misspelled one may have been meant to be", async () => {
    const { columns, missingColumns } = await inspected("plans.csv", PLANS);
    expect(columns[1]).toEqual({ name: "student_id", uses: ["plan.student"], nearest: null });
    expect(columns[5]).toEqual({ name: "opend_on", uses: [], nearest: "opened_on" });
    expect(columns[7]).toEqual({ name: "Shoe Size", uses: [], nearest: null });
    expect(missingColumns).toEqual([{ field: "plan.openedOn", names: ["opened_on"] }]);
  });

  it("counts each record as accepted or rejected, and tells of the first ten problems", async () => {
    const header = PLANS.split("\r\n")[0]?.replace("opend", "opened");
    const bad = Array.from(
      { length: 12 },
      (_, index) => `Q-${index},0419,ILP,2022,asleep,2021-09-13,,`,
    );
    const good = "P-1,0417,ILP,2022,active,2021-09-13,,";
    const inspection = await inspected("plans.csv", [header, good, ...bad, ""].join("\n"));
    expect(inspection).toMatchObject({ records: 13, accepted: 1, rejected: 12 });
    expect(inspection.problems).toHaveLength(10);
    expect(inspection.problems[0]).toEqual({
      record: 2,
      column: "status",
      reason: "not-a-listed-value",
      remedy: "Use one of the values that the format lists, or map the local code in a profile.",
    });
    expect(inspection.problemCounts).toEqual([
      { column: "status", reason: "not-a-listed-value", records: 12 },
    ]);
  });

  it("reads with a district's own profile before those that ship", async () => {
    const column = (to: string, from: string) => ({ to, from: [from], isRequired: true });
    const own: Profile = {
      id: "ours",
      version: 3,
      title: "Ours",
      files: [
        {
          file: "absences",
          name: "Absences",
          pattern: "^abs",
          signature: ["Nr", "Tag", "Grund"],
          reads: [
            {
              table: "attendance",
              columns: [
                column("student", "Nr"),
                column("on", "Tag"),
                { to: "kind", value: "absent" },
              ],
            },
          ],
        },
      ],
    };
    const text = "Liste der Woche\nNr;Tag;Grund\n0417;13.9.2021;krank\n0418;2.9.2021;\n";
    const inspection = await inspected("abs.txt", text, [own]);
    expect(inspection).toMatchObject({
      delimiter: ";",
      header: { is: "row", linesBefore: 1 },
      match: { kind: "ours/absences", version: 3 },
      attendance: "absences-only",
      dayOrder: "day-first",
      records: 2,
      accepted: 2,
    });
    expect(inspection.days).toEqual([
      {
        column: "Tag",
        cells: 2,
        formats: [
          { format: "D/M/YYYY", cells: 2 },
          { format: "M/D/YYYY", cells: 1 },
        ],
      },
    ]);
  });

  it("tells absences alone from a record for every day", async () => {
    const header = "student_id,date,status,portion_absent\n";
    const absent = "0417,2021-09-13,unexcused,1\n";
    const present = "0418,2021-09-13,present,0\n0419,2021-09-13,present,0\n";
    const shape = async (text: string) =>
      (await inspected("daily_attendance.csv", header + text)).attendance;
    expect(await shape(absent)).toBe("absences-only");
    expect(await shape(absent + present)).toBe("every-day");
    expect(await shape("")).toBeNull();
  });

  it("says where an open quotation mark makes a file unreadable", async () => {
    const inspection = await inspected("plans.csv", `${PLANS}"P-3,0419\nP-4,0420\n`);
    expect(inspection.outcome).toBe("unreadable");
    expect(inspection.fault?.reason).toBe("unclosed-quote");
    expect(inspection.accepted).toBe(0);
    expect(inspectText({ files: [inspection] })).toContain(
      "the file cannot be used: a quotation mark is not closed",
    );
  });

  it("says of an empty file and of one with a header alone what they are", async () => {
    const empty = await inspected("plans.csv", "");
    expect(empty).toMatchObject({ delimiter: null, match: null, records: 0, columns: [] });
    const header = `${PLANS.split("\r\n")[0]}\n`;
    expect(await inspected("plans.csv", header)).toMatchObject({ outcome: "used", records: 0 });
  });

  it("finds the documents of JSON Lines, and names their fields", async () => {
    const inspection = await inspected("plans.jsonl", '{"size":1,"color":2}\n{"size":3}\n');
    expect(inspection).toMatchObject({ format: "json-lines", delimiter: null, match: null });
    expect(inspection.columns.map(({ name }) => name)).toEqual(["size", "color"]);
  });

  it("says something of whatever bytes arrive, and counts every record of it", async () => {
    const bytes = utf8(PLANS.repeat(3));
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 8 }),
        fc.nat(bytes.length),
        async (changes, until) => {
          const changed = bytes.slice(0, until);
          for (const [offset, byte] of changes) if (offset < until) changed[offset] = byte;
          const inspection = await inspected("plans.csv", changed);
          expect(inspection.accepted + inspection.rejected).toBe(inspection.records);
          expect(inspectText({ files: [inspection] })).toContain("  records  ");
        },
      ),
      { numRuns: 60 },
    );
  });

  it("shows a name without characters that steer a terminal", async () => {
    const [header, ...rest] = PLANS.split("\r\n");
    const text = [`${header},\u001bcolor\u202e`, ...rest].join("\n");
    const shown = inspectText({ files: [await inspected("plans\u0007.csv", text)] });
    expect(shown).toContain("·color·");
    expect(/[^\P{Cc}\n]|\p{Cf}/u.test(shown)).toBe(false);
  });
});

describe("inspect, of students' data,", () => {
  const everything = (inspection: Inspection) =>
    inspectText({ files: [inspection] }) + JSON.stringify(inspection);

  it("shows no value of a file that a profile knows", async () => {
    const secret = fc.stringMatching(/^zq[a-z]{6}$/);
    const record = fc.record({ plan: secret, student: secret, status: secret, shoe: secret });
    await fc.assert(
      fc.asyncProperty(fc.array(record, { minLength: 1, maxLength: 5 }), async (records) => {
        const lines = records.map(
          (record) =>
            `${record.plan},${record.student},ILP,2022,${record.status},2021-09-13,,${record.shoe}`,
        );
        const inspection = await inspected(
          "plans.csv",
          [PLANS.split("\r\n")[0], ...lines, ""].join("\n"),
        );
        expect(everything(inspection)).not.toMatch(/zq[a-z]{6}/);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ["students", "Zqada,0417,2011-05-03,f\nZqbo,0418,2012-06-04,m\n"],
    ["names and numbers", "Zqada,Zqlove,417\nZqbo,Zqpeep,418\n"],
    ["names alone", "Zqada,Zqlove\nZqbo,Zqpeep\n"],
    ["addresses", "Zqada,zqada@school.example\nZqbo,zqbo@school.example\n"],
  ])("shows no first record of a file of %s without a header row", async (_, text) => {
    const inspection = await inspected("list.csv", text);
    expect(inspection.header.is).toBe("not-found");
    expect(everything(inspection)).not.toMatch(/zq/i);
  });

  it("shows the header of a file that no profile knows where it is one", async () => {
    const strange = await inspected("x.csv", "Alumno,Fecha\nZqada,2011-05-03\nZqbo,2012-06-04\n");
    expect(strange.columns.map(({ name }) => name)).toEqual(["Alumno", "Fecha"]);
    const inspection = await inspected("x.csv", "Notes of Monday\nstudent_id,school_id\nZqa,Zqb\n");
    expect(inspection.header).toEqual({ is: "row", linesBefore: 1, columns: 2 });
    expect(everything(inspection)).not.toMatch(/zq|Monday/i);
    const titled = await inspected("x.csv", "Notes, of Monday\nAlumno;Fecha\nZqada;2011-05-03\n");
    expect(titled).toMatchObject({ delimiter: ";", header: { linesBefore: 1, columns: 2 } });
  });
});
