import { describe, expect, it } from "vitest";
import type { PassedRecords } from "../../../../functions/reports/state/gate/gate.ts";
import type {
  ReportField,
  ReportLayout,
} from "../../../../functions/reports/state/definitions/report-definition.ts";
import { reportBytes } from "../../../../functions/reports/state/write/report-bytes.ts";
import { CITED, fieldWith, recordWith } from "../../../support/report-in-hand.ts";

const ABOUT = { name: "x.csv", id: "id-1", schoolYears: "2021-2022" };
const FIELDS = [fieldWith("id"), fieldWith("answer")];

function written(
  layout: object | null,
  rows: readonly (readonly string[])[],
  fields: readonly ReportField[] = FIELDS,
): string {
  const records = rows.map((cells, index) => recordWith(String(index), cells));
  const whole = layout === null ? null : { ...CITED, fileName: "x.csv", sortBy: [], ...layout };
  const file = reportBytes(
    { layout: whole as ReportLayout | null },
    fields,
    records as unknown as PassedRecords,
    ABOUT,
  );
  expect(file.records).toBe(rows.length);
  return Buffer.from(file.bytes).toString("utf8");
}
const plain = { kind: "delimited", delimiter: ",", isQuoted: false, encoding: "ascii" };
const HEADER_RECORD = [
  { name: "name", source: { file: "name" }, start: 1, length: 6 },
  { name: "records", source: { file: "records" }, start: 8, length: 2 },
  { name: "id", source: { file: "id" }, start: 11, length: 4 },
  { name: "years", source: { file: "school-years" }, start: 16, length: 9 },
  { name: "kind", source: { constant: "K" }, start: 26, length: 1 },
];

describe("the bytes of a report", () => {
  it.each([
    ["no header", { ...plain, header: "none" }, "1,Y\r\n2,N\r\n"],
    ["the names of its fields", { ...plain, header: "names" }, "id,answer\r\n1,Y\r\n2,N\r\n"],
    [
      "a record about itself",
      { ...plain, header: "record", headerRecord: HEADER_RECORD },
      "x.csv,2,id-1,2021-2022,K\r\n1,Y\r\n2,N\r\n",
    ],
  ])("begin with %s", (_what, layout, expected) => {
    expect(
      written(layout, [
        ["1", "Y"],
        ["2", "N"],
      ]),
    ).toBe(expected);
  });

  it("are in the order of the layout, whatever the order of the records", () => {
    const layout = { ...plain, header: "none", sortBy: ["answer", "id"] };
    expect(
      written(layout, [
        ["10", "Y"],
        ["2", "Y"],
        ["3", "N"],
      ]),
    ).toBe("3,N\r\n10,Y\r\n2,Y\r\n");
  });

  it("compare one field after the other, and no field runs over into the next", () => {
    const layout = { ...plain, header: "none", sortBy: ["id", "answer"] };
    expect(
      written(layout, [
        ["ab", "a"],
        ["a", "z"],
      ]),
    ).toBe("a,z\r\nab,a\r\n");
  });

  it("are not made where the layout sorts by no field of its own", () => {
    expect(() => written({ ...plain, header: "none", sortBy: ["x"] }, [])).toThrow(
      "the layout sorts by x, which is no field",
    );
  });

  it("have quotes where the layout has them", () => {
    const layout = { ...plain, isQuoted: true, encoding: "utf-8", header: "none" };
    expect(written(layout, [['O"Rourke', "a,b"]])).toBe('"O""Rourke","a,b"\r\n');
  });

  it.each(["a,b", 'a"b', "a\nb", "a\rb"])("are not made of %j without quotes", (cell) => {
    expect(() => written({ ...plain, header: "none" }, [[cell, "Y"]])).toThrow(
      "a value holds the delimiter, and the layout has no quotes",
    );
  });

  it("of fixed width have each value at its place", () => {
    const fields = [
      fieldWith("id", { start: 1, length: 4 }),
      fieldWith("n", { start: 5, length: 3, isNumber: true }),
    ];
    const layout = { kind: "fixed", encoding: "ascii", recordLength: 8, header: "none" };
    expect(written(layout, [["a", "7"]], fields)).toBe("a     7 \r\n");
    const headed = { ...layout, header: "record", headerRecord: HEADER_RECORD };
    expect(written(headed, [["a", "7"]], fields)).toBe(
      "x.csv  1  id-1 2021-2022 K\r\na     7 \r\n",
    );
  });

  it("of JSON lines have objects of dotted names, numbers as numbers, and nothing empty", () => {
    const fields = [
      fieldWith("plan.school.id"),
      fieldWith("plan.year", { isNumber: true }),
      fieldWith("none"),
    ];
    expect(written({ kind: "json-lines" }, [["A", "2022", ""]], fields)).toBe(
      '{"plan":{"school":{"id":"A"},"year":2022}}\n',
    );
  });

  it("of a worksheet say first that they are no file for the state", () => {
    expect(written({ kind: "worksheet" }, [["1", "Y"]])).toBe(
      '\uFEFF"Layout to be verified: a worksheet of counts, not a file for the state."\r\nid,answer\r\n1,Y\r\n'.replace(
        /"Layout(.*)state\."/,
        (text) => (text.includes(",") ? text : text.slice(1, -1)),
      ),
    );
  });

  it("are not made without a layout", () => {
    expect(() => written(null, [])).toThrow("the report has no layout");
  });
});
