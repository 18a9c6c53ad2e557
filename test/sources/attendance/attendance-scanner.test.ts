import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Reject } from "../../../functions/domain/records/reject.ts";
import { attendanceBook } from "../../../functions/sources/attendance/attendance-book.ts";
import type { Encoding } from "../../../functions/sources/csv/encoding.ts";
import { fileReader } from "../../../functions/sources/read/file-reader.ts";
import type { Profile } from "../../../functions/sources/profiles/profile.ts";
import { fileKinds } from "../../../functions/sources/profiles/profiles.ts";
import { anyAttendanceFile, HEADER } from "./any-attendance-file.ts";

interface Told {
  readonly days: readonly unknown[];
  readonly records: readonly (readonly [student: string, record: number])[];
  readonly rejects: readonly Reject[];
  readonly reading: unknown;
}

/** The file by papaparse alone: every record is a row, and the rows go into a book. */
function asText(bytes: Uint8Array, encoding: Encoding): Told {
  const book = attendanceBook();
  const records: [string, number][] = [];
  const rejects: Reject[] = [];
  const reader = fileReader(
    { name: "daily_attendance.csv", encoding },
    ({ table, row, record }) => {
      if (table !== "attendance") return;
      book.add(row.student, row.on, row.absentMilli, row.excusal);
      records.push([row.student, record]);
    },
    (reject) => rejects.push(reject),
  );
  reader.push(bytes);
  const read = reader.end();
  const { repeated, contradicted } = book.duplicates();
  const isUsed = read.outcome === "used";
  const reading = isUsed
    ? { ...read, repeated, contradicted, accepted: read.accepted - repeated - contradicted }
    : read;
  return { days: daysOf(book), records, rejects, reading };
}

/** The file in pieces, scanned where it is plain. */
function scanned(bytes: Uint8Array, encoding: Encoding, cuts: readonly number[]): Told {
  const book = attendanceBook();
  const records: [string, number][] = [];
  const rejects: Reject[] = [];
  const reader = fileReader(
    { name: "daily_attendance.csv", encoding },
    () => undefined,
    (reject) => rejects.push(reject),
    { book, onRecord: (student, record) => records.push([student, record]) },
  );
  const places = [0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length];
  places.sort((a, b) => a - b);
  places.slice(1).forEach((until, index) => reader.push(bytes.slice(places[index], until)));
  const reading = reader.end();
  return { days: daysOf(book), records, rejects, reading };
}

const daysOf = (book: ReturnType<typeof attendanceBook>): readonly unknown[] =>
  [...book.students()].map((student) => [student, ...book.daysOf(student)]);

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Attendance with codes of which the blank one is present, as PowerSchool has them. */
const CODED: readonly Profile[] = [
  {
    id: "coded",
    version: 1,
    title: "Coded attendance",
    files: [
      {
        file: "daily_attendance.csv",
        name: "Attendance",
        pattern: "^daily_attendance",
        signature: ["student", "on", "code"],
        reads: [
          {
            table: "attendance",
            columns: [
              { to: "student", from: ["student"], isRequired: true },
              { to: "on", from: ["on"], isRequired: true },
              {
                to: "kind",
                from: ["code"],
                isRequired: true,
                blank: { code: "present" },
                values: { UA: "unexcused" },
              },
            ],
          },
        ],
      },
    ],
  },
];

describe("attendanceScanner", () => {
  it("reads a blank code as the text reader does", () => {
    const lines = ["student,on,code", "1,2021-09-01,UA", "2,2021-09-01,", "1,2021-09-02,"];
    const more = ["2,2021-09-02,UA", "3,2021-09-01,", "3,2021-09-02", "1,2021-09-01,", ""];
    const book = attendanceBook();
    const rejects: Reject[] = [];
    const reader = fileReader(
      { name: "daily_attendance.csv", encoding: "utf-8", kinds: fileKinds(CODED) },
      () => undefined,
      (reject) => rejects.push(reject),
      { book, onRecord: null },
    );
    for (const line of [...lines, ...more]) reader.push(utf8(`${line}\n`));
    const reading = reader.end();
    expect(reading).toMatchObject({ records: 7, accepted: 5, rejected: 1, contradicted: 1 });
    expect(rejects).toMatchObject([{ record: 6, column: "code", reason: "missing-value" }]);
    const states = [...book.students()].map((student) =>
      [...book.daysOf(student)].map(([on, { absentMilli }]) => `${student} ${on} ${absentMilli}`),
    );
    expect(states).toEqual([
      ["1 2021-09-01 0", "1 2021-09-02 0"],
      ["2 2021-09-01 0", "2 2021-09-02 1000"],
      ["3 2021-09-01 0"],
    ]);
  });

  it.each([
    ["--", false],
    ["---", false],
    ["(null)", false],
    ["(NULL)", false],
    ["[na]", false],
    ["<n/a>", false],
    ["{null}", false],
    ["(blank)", false],
    ["<empty>", false],
    ["[none]", false],
    ["~", false],
    ["#N/A", false],
    ["-", false],
    ["NULL", false],
    // Each is also what a source may call somebody.
    ["----", true],
    ["~1", true],
    ["none", true],
    ["nan", true],
    [".", true],
    ["(0601)", true],
  ])("takes the cell %j for a student as the text reader does: %s", (cell, isStudent) => {
    const lines = ["0601,2021-09-01,present,", `${cell},2021-09-01,present,`];
    const bytes = utf8([HEADER, ...lines, ...lines, ...lines, ""].join("\n"));
    const read = scanned(bytes, "utf-8", []);
    expect(read).toEqual(asText(bytes, "utf-8"));
    expect(read.records).toHaveLength(isStudent ? 6 : 3);
    expect(read.rejects.map(({ record, reason }) => `${record} ${reason}`)).toEqual(
      isStudent ? [] : ["2 missing-value", "4 missing-value", "6 missing-value"],
    );
  });

  it.each([
    // Beyond 222 states portions are kept in tenths of a day: half a day and a bit is half a day.
    [221, { repeated: 3, contradicted: 3 }, 501],
    [222, { repeated: 3, contradicted: 3 }, 501],
    [223, { repeated: 5, contradicted: 1 }, 500],
  ])(
    "counts repeated and contradicted days of %i states as the text reader does",
    (states, counts, kept) => {
      const partial = (student: string, milli: number): string =>
        `${student},2021-09-01,partial,${milli / 1000}`;
      const fill = Array.from({ length: states - 4 }, (_, nth) => partial(`F${nth}`, nth));
      const first = [
        partial("0601", 501),
        partial("0602", 550),
        partial("0603", 599),
        partial("0604", 501),
      ];
      const last = "L,2021-09-01,excused,1";
      const again = [
        partial("0601", 501),
        partial("0601", 550),
        partial("0602", 501),
        partial("0604", 501),
        "0603,2021-09-01,excused,1",
        last,
      ];
      const bytes = utf8([HEADER, ...first, ...fill, last, ...again, ""].join("\n"));
      // Some hundred lines in one piece that the scanner does not know are read as text.
      const read = scanned(bytes, "utf-8", [1000, 2000, 3000, 4000, 5000]);
      expect(read).toEqual(asText(bytes, "utf-8"));
      expect(read.reading).toMatchObject(counts);
      const [[, [on, state]]] = read.days as [[string, [string, object]]];
      expect([on, state]).toEqual(["2021-09-01", { absentMilli: kept, excusal: "unknown" }]);
    },
  );

  it("reads what papaparse reads where a chunk holds hundreds of days and words it has not met", () => {
    const record = fc.tuple(
      fc.integer({ min: 0, max: 700 }),
      fc.constantFrom("0601", "0602", '"0603"'),
      fc.constantFrom("present", "excused", "absent", "partial"),
      fc.constantFrom("", "0.5", "0.25"),
    );
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 300, maxLength: 900 }),
        fc.array(fc.nat(30_000), { maxLength: 2 }),
        (records, cuts) => {
          const lines = records.map(([nth, student, kind, portion]) => {
            const on = new Date(Date.UTC(2021, 7, 1 + nth)).toISOString().slice(0, 10);
            return [student, on, kind, portion].join(",");
          });
          const bytes = utf8([HEADER, ...lines, ""].join("\n"));
          expect(scanned(bytes, "utf-8", cuts)).toEqual(asText(bytes, "utf-8"));
        },
      ),
      { numRuns: 30 },
    );
  });

  it.each([
    ["with the student first", "student_id,date,status,portion_absent", [0, 1, 2, 3]],
    ["with the student in the middle", "extra,date,student_id,status", [4, 1, 0, 2]],
    ["with a column of its own for each record", "student_id,extra,status,date", [0, 4, 2, 1]],
  ] as const)("reads what papaparse reads of many records %s", (_which, header, order) => {
    const mostly = <T>(common: readonly T[], rare: readonly T[]) =>
      fc.oneof(
        { weight: 60, arbitrary: fc.constantFrom(...common) },
        { weight: 1, arbitrary: fc.constantFrom(...rare) },
      );
    const cells = fc.tuple(
      mostly(
        ["0601", "0602", "060000000012", "f81d4fae-7dec-11d0-a765-000000000601"],
        ["0000000000013", "0\u000061", '"0601"', "", "é", "06 1", "x".repeat(70)],
      ),
      mostly(["2021-09-01", "2021-09-02"], ["2021-09-01T00:00:00", "2021-02-30", "", "1\r"]),
      mostly(["present", "excused"], ["unexcused", "partial", "a\rb", '"a\nb"', "x\u0000"]),
      mostly(["", "0.5"], ["1,", "9", "0.5\u0000", "x".repeat(13)]),
      fc.nat(5000).map(String),
    );
    const line = fc.tuple(
      cells.map((record) => order.map((field) => record[field]).join(",")),
      mostly(["\n", "\r\n"], ["\n\n", "\r", "\n,\n"]),
    );
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 100, maxLength: 700 }),
        fc.array(fc.nat(30_000), { maxLength: 3 }),
        (lines, cuts) => {
          const bytes = utf8(`${header}\n${lines.flat().join("")}`);
          expect(scanned(bytes, "utf-8", cuts)).toEqual(asText(bytes, "utf-8"));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("reads what papaparse reads, record for record, of any file cut anywhere", () => {
    fc.assert(
      fc.property(
        anyAttendanceFile(),
        fc.array(fc.nat(2000), { maxLength: 6 }),
        fc.constantFrom<Encoding>("utf-8", "windows-1252"),
        (bytes, cuts, encoding) => {
          expect(scanned(bytes, encoding, cuts)).toEqual(asText(bytes, encoding));
        },
      ),
      { numRuns: 700 },
    );
  });
});
