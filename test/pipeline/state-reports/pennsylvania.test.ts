import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { pennsylvaniaStudents } from "../../../fixtures/state-reports/pennsylvania.ts";
import { passedFile } from "../../../functions/pipeline/state-reports/report-files.ts";
import { setMandate } from "../../../functions/pipeline/settings/mandate-setting.ts";
import { readPims } from "../../reports/state/write/pims-file.ts";
import { FERNHILL } from "../../support/ingest-files.ts";
import { COUNT_DAY, pennsylvania } from "../../support/pennsylvania-district.ts";
import { BENCHMARKS, CERTIFIED_AT, failing, reportOf } from "../../support/report-of.ts";

const GOLDEN = new URL(
  "../../../fixtures/state-reports/pennsylvania-career-standards.csv",
  import.meta.url,
);
const benchmarks = async (asOf = COUNT_DAY) => {
  const places = await pennsylvania();
  return reportOf(places, FERNHILL, BENCHMARKS, asOf);
};

describe("the file of a district in Pennsylvania", { timeout: 60_000 }, () => {
  it("is byte for byte the one that was read and compared with the manual", async () => {
    const { name, bytes } = passedFile(await benchmarks(), CERTIFIED_AT);
    expect(name).toBe("123456789_STUDENT_FACT_202407020930.csv");
    expect(Buffer.from(bytes).equals(readFileSync(GOLDEN))).toBe(true);
  });

  it("has every student of grades 5, 8 and 11, and says who met the benchmark", async () => {
    const { bytes } = passedFile(await benchmarks(), CERTIFIED_AT);
    const { records, faults } = readPims(bytes);
    expect(faults).toEqual([]);
    const expected = pennsylvaniaStudents()
      .filter(({ grade }) => grade !== "6")
      .map(({ stateId, grade, pieces }) => ({
        ...{ district: "123456789", student: stateId, day: COUNT_DAY },
        category: `CSB${grade.padStart(2, "0")}`,
        indicator: pieces >= 8 ? "Y" : "N",
      }))
      .sort((a, b) => (a.student < b.student ? -1 : 1));
    expect(records).toEqual(expected);
  });

  it.each([
    ["2023-09-30", ["layout", "population", "same-answers"]],
    ["2023-10-01", []],
    ["2024-05-20", []],
    ["2024-06-30", []],
    ["2024-09-30", []],
    ["2024-10-01", ["layout", "population", "same-answers"]],
    ["2023-06-30", ["layout", "population", "same-answers"]],
  ])("counts on June 30 of the school year of %s", async (asOf, expected) => {
    const made = await benchmarks(asOf);
    expect(failing(made)).toEqual(expect.arrayContaining(expected));
    expect(failing(made).length === 0).toBe(expected.length === 0);
  });

  it("cannot be made of a district that another mandate measures", async () => {
    const places = await pennsylvania();
    await setMandate(places.records, FERNHILL, { mandate: "effective-practice", overlay: null });
    expect(failing(await reportOf(places, FERNHILL, BENCHMARKS, COUNT_DAY))).toContain("mandate");
  });
});

describe("the reader of such files", () => {
  const good = "123456789,2024-06-30,4000000001,2024-06-30,CSB05,INDICATOR,,,,Y\r\n";
  const next = good.replace("0001,", "0002,");
  it("finds nothing wrong with a good file", () => {
    expect(readPims(Buffer.from(good + next)).faults).toEqual([]);
  });
  it.each([
    ["a key twice", good + good],
    ["a wrong order", next + good],
    ["nine fields", good.replace(",,,,", ",,,")],
    ["no indicator", good.replace(",Y", ",")],
    ["a third code", good.replace(",Y", ",U")],
    ["a state number of nine digits", good.replace("4000000001", "400000001")],
    ["an accent", good.replace("INDICATOR", "INDICATÖR")],
    ["another grade", good.replace("CSB05", "CSB06")],
    ["line ends of another system", good.replaceAll("\r\n", "\n")],
    ["two days", good.replace("2024-06-30,CSB", "2024-06-29,CSB")],
  ])("finds %s", (_what, text) => {
    expect(readPims(Buffer.from(text)).faults).not.toEqual([]);
  });
});
