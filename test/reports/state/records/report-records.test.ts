import { describe, expect, it } from "vitest";
import { day } from "../../../../functions/domain/calendar/day.ts";
import type {
  ReportField,
  ReportLayout,
} from "../../../../functions/reports/state/definitions/report-definition.ts";
import {
  reportRecords,
  reportYear,
  type ReportRecord,
} from "../../../../functions/reports/state/records/report-records.ts";
import type { ReportRow, RowValue } from "../../../../functions/reports/state/rows/report-row.ts";
import { schoolYear } from "../../../../functions/domain/calendar/school-year.ts";
import {
  CITED,
  contextWith,
  definitionWith,
  fieldWith,
  SAYING,
  subject,
} from "../../../support/report-in-hand.ts";

const saying = (values: { readonly [name: string]: RowValue }): ReportRow => ({
  about: subject("1"),
  value: (name) => {
    const value = values[name];
    if (value === undefined) throw new Error(`no ${name}`);
    return value;
  },
});

function recordOf(
  fields: readonly ReportField[],
  values: { readonly [name: string]: RowValue },
  {
    layout,
    settings = {},
    asOf = "2024-06-30",
  }: {
    readonly layout?: ReportLayout;
    readonly settings?: { readonly aun?: string };
    readonly asOf?: string;
  } = {},
): ReportRecord {
  const context = contextWith({
    asOf: day(asOf),
    definition: definitionWith(layout === undefined ? {} : { layout }),
    settings: { district: settings, schools: {} },
  });
  return reportRecords(fields, [saying(values)], SAYING, context)[0]!;
}
const inShort = ({ cells, faults }: ReportRecord) => [
  cells[0],
  faults.map(({ check }) => check).join(),
];
const layoutWith = (more: object): ReportLayout =>
  ({
    ...CITED,
    ...{ kind: "delimited", delimiter: ",", isQuoted: false, encoding: "ascii", header: "none" },
    ...{ fileName: "x.csv", sortBy: [] },
    ...more,
  }) as ReportLayout;

describe("a field of a record", () => {
  it.each([
    ["a constant", { constant: "INDICATOR" }, "INDICATOR"],
    ["blank", { blank: true }, ""],
    ["June 30 of the school year", { yearDay: { month: 6, day: 30 } }, "2024-06-30"],
    ["July 1 of the school year", { yearDay: { month: 7, day: 1 } }, "2023-07-01"],
    ["a setting", { setting: "aun" }, "123456789"],
    ["a value of the row", { row: "student.grade" }, "08"],
  ] as const)("is %s", (_what, source, expected) => {
    const record = recordOf(
      [fieldWith("x", { source })],
      { "student.grade": "08" },
      { settings: { aun: "123456789" } },
    );
    expect(record).toMatchObject({ cells: [expected], faults: [] });
  });

  it("of a setting that is not set says which, and who sets it", () => {
    const field = fieldWith("AUN", { source: { setting: "aun" }, isRequired: true });
    expect(recordOf([field], {}).faults).toMatchObject([
      {
        ...{ check: "required", field: "AUN", owner: "state-reporter" },
        column: "Pennsylvania's administrative unit number of the district, 9 digits",
        because: expect.stringContaining("The district has not set Pennsylvania") as string,
      },
    ]);
  });

  it.each([
    ["12", "", ""],
    ["", "", "required"],
    ["1234", "1234", "length"],
    ["1x", "1x", "form"],
    ["123", "123", ""],
    ["123\n", "123\n", "length"],
  ])(
    "that is required, of digits and up to three characters is judged: %j",
    (text, cell, check) => {
      const field = fieldWith("x", { isRequired: true, pattern: "\\d+", maxLength: 3 });
      expect(inShort(recordOf([field], { x: text }))).toEqual([cell === "" ? text : cell, check]);
    },
  );

  it.each([
    ["12345", ""],
    ["123456", "length"],
  ])("of five characters in a record of fixed width may be %s: %s", (text, check) => {
    const field = fieldWith("x", { start: 1, length: 5 });
    expect(inShort(recordOf([field], { x: text }))).toEqual([text, check]);
  });

  it("may be empty where it is not required, even with a reason", () => {
    const value = { text: "", because: "the district sent no plans" };
    expect(inShort(recordOf([fieldWith("x")], { x: value }))).toEqual(["", ""]);
  });

  it("that two exports contradict is to be fixed even where it may be empty", () => {
    const value = { text: "7", because: "two have it", isContradicted: true } as const;
    const record = recordOf([fieldWith("x")], { x: value });
    expect(inShort(record)).toEqual(["", "contradictions"]);
    expect(record.faults[0]?.because).toBe("Two have it.");
  });

  it.each([
    ["met", "Y", ""],
    ["not-met", "N", ""],
    ["not-applicable", "", "codes"],
    ["not-determinable", "", "codes"],
    ["toString", "", "codes"],
    ["", "", "required"],
  ])("with codes of the state for %s is %j", (text, cell, check) => {
    const field = fieldWith("x", { codes: { met: "Y", "not-met": "N" }, isRequired: true });
    expect(inShort(recordOf([field], { x: text }))).toEqual([cell, check]);
  });

  it("that cannot be determined says that the state has no code for that, and why", () => {
    const field = fieldWith("x", { codes: { met: "Y" } });
    const value = { text: "not-determinable", because: "the exports have no reviews" };
    expect(recordOf([field], { x: value }).faults[0]?.because).toBe(
      "It cannot be determined, and the state has no code for that. The exports have no reviews.",
    );
  });

  it("never has the value in the words of its fault", () => {
    const field = fieldWith("x", { pattern: "\\d+", codes: { a: "b" } });
    for (const text of ["Alderwick", "a"]) {
      expect(JSON.stringify(recordOf([field], { x: text }).faults)).not.toContain("Alderwick");
    }
  });
});

describe("the answer of the grade of a student", () => {
  const field = fieldWith("INDICATOR", {
    source: { answerByGrade: { "05": "benchmark-5" } },
    codes: { met: "Y" },
    isRequired: true,
  });
  it("is that of the requirement of the grade", () => {
    const values = { "student.grade": "05", "answer.benchmark-5.standing": "met" };
    expect(inShort(recordOf([field], values))).toEqual(["Y", ""]);
  });
  it.each([
    ["06", "state-reporter"],
    ["", "registrar"],
  ])("is missing for grade %j, which is for the %s to see to", (grade, owner) => {
    expect(recordOf([field], { "student.grade": grade }).faults).toMatchObject([
      { check: "required", because: "Nothing is asked of the grade.", owner },
    ]);
  });
});

describe("a character that a file cannot have", () => {
  it.each([
    ["a comma without quotes", {}, "a,b", true],
    ["a quote without quotes", {}, 'a"b', true],
    ["a line end without quotes", {}, "a\nb", true],
    ["an accent in ASCII", {}, "Sánchez", true],
    ["a tab in ASCII", {}, "a\tb", true],
    ["a bar where commas part", {}, "a|b", false],
    ["a bar where bars part", { delimiter: "|" }, "a|b", true],
    ["a comma where bars part", { delimiter: "|" }, "a,b", false],
    ["a tab where tabs part", { delimiter: "\t", encoding: "utf-8" }, "a\tb", true],
    ["a comma in quotes", { isQuoted: true }, "a,b", false],
    ["an accent in UTF-8", { encoding: "utf-8" }, "Sánchez", false],
    ["an accent in fixed width", { kind: "fixed", recordLength: 9 }, "é", true],
    ["an accent in JSON", { kind: "json-lines" }, "é", false],
    ["a comma on a worksheet", { kind: "worksheet" }, "a,b", false],
  ])("is %s", (_what, layout, text, isFault) => {
    const record = recordOf([fieldWith("x")], { x: text }, { layout: layoutWith(layout) });
    expect(inShort(record)).toEqual([text, isFault ? "characters" : ""]);
  });
});

it("the year of a report is named as its school year", () => {
  expect(reportYear({ year: schoolYear(2022) })).toBe("2021-22");
});
