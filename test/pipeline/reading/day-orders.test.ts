import { describe, expect, it } from "vitest";
import { conformedRows } from "../../support/conformed-rows.ts";
import {
  ATTENDANCE_HEADER,
  ingestFiles,
  lines,
  oneTo,
  PLANS_HEADER,
  roster,
  type HandedIn,
} from "../../support/ingest-files.ts";
import { freshPlaces } from "../../support/local-district.ts";

const STUDENTS = oneTo(24);
const id = (n: number): string => String(n).padStart(4, "0");

/** School on weekdays of September to December 2021. */
const calendar = (): HandedIn => {
  const days = oneTo(122)
    .map((n) => new Date(Date.UTC(2021, 7, 31 + n)))
    .filter((on) => ![0, 6].includes(on.getUTCDay()))
    .map((on) => on.toISOString().slice(0, 10));
  return [
    "calendarDates.csv",
    lines(
      "schoolId,date,calendarEvent",
      ...["S1", "S2"].flatMap((school) => days.map((on) => `${school},${on},Instructional day`)),
    ),
  ];
};

const plansOpened = (opened: (n: number) => string): HandedIn => [
  "plans.csv",
  lines(PLANS_HEADER, ...STUDENTS.map((n) => `P${n},${id(n)},ILP,2022,active,${opened(n)},,`)),
];

/** What became of a file, and its days once for each. */
async function ingested(...files: readonly HandedIn[]) {
  const places = await freshPlaces();
  const rosterFiles = roster(STUDENTS).filter(([name]) => !files.some(([other]) => other === name));
  const { manifest } = await ingestFiles(places, [...rosterFiles, calendar(), ...files]);
  const daysIn = async (table: "plan" | "absence", field: string) =>
    [...new Set((await conformedRows(places, manifest, table)).map((row) => row[field]))].sort();
  const file = manifest.files.find(({ name }) => name === files[0]![0])!;
  return { manifest, file, daysIn };
}

describe("the order of month and day in a file", () => {
  it("is not turned by one slip: days that fit both ways are said to be ambiguous", async () => {
    const { file, manifest } = await ingested(
      plansOpened((n) => (n === 7 ? "13/12/2021" : "10/12/2021")),
    );
    expect(file).toMatchObject({ outcome: "stopped", rejected: 24 });
    expect(manifest.rejects).toMatchObject([
      { kind: "plain/plans.csv", column: "opened_on", reason: "ambiguous-day", records: 23 },
    ]);
  });

  it("is not turned by one slip among many days that prove it: the slip can be read in one way alone", async () => {
    const { file, daysIn } = await ingested(
      plansOpened((n) => (n === 7 ? "13/10/2021" : n < 23 ? "10/14/2021" : "10/12/2021")),
    );
    expect(file).toMatchObject({ outcome: "used", accepted: 24, rejected: 0 });
    expect(await daysIn("plan", "openedOn")).toEqual(["2021-10-12", "2021-10-13", "2021-10-14"]);
  });

  it("holds by one proof where the other order would fall on weekends", async () => {
    // September 10 was a Friday, and October 9 a Saturday.
    const { file, daysIn } = await ingested(
      plansOpened((n) => (n === 7 ? "09/13/2021" : "09/10/2021")),
    );
    expect(file).toMatchObject({ outcome: "used", accepted: 24, rejected: 0 });
    expect(await daysIn("plan", "openedOn")).toEqual(["2021-09-10", "2021-09-13"]);
  });

  it("of attendance holds where its days are of enrolled students and in session", async () => {
    const rows = STUDENTS.map((n) => `${id(n)},${n === 7 ? "13/10/2021" : "01/10/2021"},absent,`);
    const { file, daysIn } = await ingested([
      "daily_attendance.csv",
      lines(ATTENDANCE_HEADER, ...rows),
    ]);
    // January 10, 2022 is after the calendar; October 1, 2021 is in it.
    expect(file).toMatchObject({ outcome: "used", accepted: 24 });
    expect(await daysIn("absence", "on")).toEqual(["2021-10-01", "2021-10-13"]);
  });

  it("of attendance does not hold where its days are out of session", async () => {
    const rows = STUDENTS.map((n) => `${id(n)},${n === 7 ? "13/10/2021" : "10/01/2021"},absent,`);
    const { file, manifest } = await ingested([
      "daily_attendance.csv",
      lines(ATTENDANCE_HEADER, ...rows),
    ]);
    // January 10, 2021 was before anybody was enrolled; October 1, 2021 is not what one slip says.
    expect(file).toMatchObject({ outcome: "stopped" });
    expect(manifest.rejects).toMatchObject([
      { column: "date", reason: "ambiguous-day", records: 23 },
    ]);
  });

  it("comes to the same whatever was read before", async () => {
    const places = await freshPlaces();
    const slip = plansOpened((n) => (n === 7 ? "13/12/2021" : "10/12/2021"));
    const files = [...roster(STUDENTS).filter(([name]) => name !== "plans.csv"), calendar(), slip];
    const first = await ingestFiles(places, files);
    const again = await ingestFiles(places, files, { on: "2022-06-01" });
    expect(again.manifest.version).toBe(first.manifest.version);
  });
});
