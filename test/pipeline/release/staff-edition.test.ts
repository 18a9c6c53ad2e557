import { worklistOfSchool } from "../../support/worklist-of-school.ts";
import { beforeEach, describe, expect, it } from "vitest";
import { studentsTable } from "../../../functions/reports/students/students-table.ts";
import { tableKeys } from "../../../functions/layout.ts";
import { readJson } from "../../../functions/pipeline/stored-json.ts";
import type { Places } from "../../../functions/pipeline/ports.ts";
import { staffLatest, staffManifest } from "../../../functions/pipeline/release/staff-editions.ts";
import type { SchoolDays } from "../../../functions/reports/week/days-ahead.ts";
import { fromArrow } from "../../../functions/releases/files/arrow-rows.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST, CAST_DAY, EFFECTIVE_PRACTICE, publishDay } from "../../support/local-district.ts";

/** The days of a trend alone. */
const TREND = {
  name: "trend",
  title: "Trend",
  description: "The day of each rate.",
  primaryKey: [],
  columns: [{ name: "asOf", type: "day", title: "Day", definition: "The day." }],
} as const;
const STUDENTS = studentsTable(EFFECTIVE_PRACTICE.requirements.map(({ id }) => id));

describe("the staff edition", () => {
  let places: Places;
  beforeEach(async () => {
    places = await conformedCast();
  });
  const folder = (edition: string) => `editions/staff/cast/${edition}/`;
  const rowsOf = async (edition: string) =>
    fromArrow(
      STUDENTS,
      (await places.records.get(`${folder(edition)}students.arrow`))!,
    ) as unknown as {
      readonly [column: string]: unknown;
    }[];

  it("has every figure with a number, and one row per student enrolled, by school and counselor", async () => {
    const { edition } = await publishDay(places, CAST_DAY);
    const manifest = await staffManifest(places.records, CAST, edition);
    expect(manifest).toMatchObject({ edition: "staff", asOf: CAST_DAY });
    for (const { name, arrow } of manifest.tables) {
      const text = Buffer.from((await places.records.get(folder(edition) + arrow))!).toString();
      expect(text, name).not.toMatch(/too-few-students/);
    }
    const rows = await rowsOf(edition);
    expect(rows.filter(({ isEnrolled }) => isEnrolled)).toHaveLength(50);
    // Two left the district, and their plans are open still.
    expect(
      rows.filter(({ isEnrolled }) => !isEnrolled).map(({ recordProblems }) => recordProblems),
    ).toEqual([
      expect.stringMatching(/^plan-without-enrollment@/),
      expect.stringMatching(/^plan-without-enrollment@/),
    ]);
    const order = rows.map(({ school, counselor }) => `${String(school)} ${String(counselor)}`);
    expect(order).toEqual([...order].sort());
    expect(rows.find(({ student }) => student === "C-0403")).toMatchObject({
      school: "CAST-MS",
      "review-1.status": "not-held",
      "review-1.dueOn": "2022-01-19",
      "review-1.need": "overdue",
      nextStep: "review-1",
      nextStepNeed: "overdue",
      whoActs: "counselor",
      reviews: "not-held",
    });
  });

  it("keeps beside its tables the school days still to come, that of the edition among them", async () => {
    const { edition } = await publishDay(places, CAST_DAY);
    const days = await readJson<SchoolDays>(places.records, `${folder(edition)}school-days.json`);
    expect(Object.keys(days ?? {})).toEqual(["CAST-ALT", "CAST-ES", "CAST-HS", "CAST-MS"]);
    expect(days?.["CAST-MS"]?.slice(0, 2)).toEqual(["2022-03-15", "2022-03-16"]);
    expect(days?.["CAST-MS"]?.at(-1)).toBe("2022-06-09");
  });

  it("leaves one item per school in the table, which points at the students of the current edition", async () => {
    await publishDay(places, "2022-01-31");
    const { edition } = await publishDay(places, CAST_DAY);
    await publishDay(places, "2022-02-15");
    const { partition } = tableKeys.worklist(CAST, "");
    const { items } = await places.table.query({ partition });
    expect(items.map(({ sort }) => sort)).toEqual(["CAST-ALT", "CAST-ES", "CAST-HS", "CAST-MS"]);
    const rows = await rowsOf(edition);
    for (const item of items) {
      expect(item["edition"]).toBe(edition);
      const own = rows.slice(Number(item["from"]), Number(item["until"]));
      expect(own.every(({ school }) => school === item.sort)).toBe(true);
      expect(own).toHaveLength(rows.filter(({ school }) => school === item.sort).length);
    }
  });

  it("drops the files of editions that are not kept: an earlier one of the same day among them", async () => {
    for (const asOf of ["2022-01-10", "2022-01-11", "2022-01-31", "2022-02-20", CAST_DAY]) {
      await publishDay(places, asOf);
    }
    const latest = await staffLatest(places.records, CAST);
    // The first day of each month is that of its public release; January 11 is none, and not the last.
    expect(latest?.editions.map(({ asOf }) => asOf)).toEqual([
      "2022-03-15",
      "2022-02-20",
      "2022-01-31",
      "2022-01-10",
    ]);
    const keys = await places.records.list("editions/staff/cast/");
    const folders = new Set(keys.map((key) => key.split("/")[3] ?? ""));
    folders.delete("latest.json");
    expect([...folders].sort()).toEqual(latest?.editions.map(({ edition }) => edition).sort());
  });

  it("is the same edition when its day is published again, although the first time removed an earlier one", async () => {
    for (const asOf of ["2022-02-01", "2022-02-14", "2022-02-15", "2022-02-28"]) {
      await publishDay(places, asOf);
    }
    const { edition } = await publishDay(places, CAST_DAY);
    const latest = await staffLatest(places.records, CAST);
    // Neither of the last 14 days, nor the last of its month, nor of a public release, nor the one before.
    expect(latest?.editions.map(({ asOf }) => asOf)).not.toContain("2022-02-15");
    expect(await publishDay(places, CAST_DAY)).toMatchObject({
      ...{ edition, isNew: false, replaces: null },
    });
    const trend = await places.records.get(`${folder(edition)}trend.arrow`);
    const days = fromArrow(TREND, trend!).map(({ asOf }) => asOf);
    expect([...new Set(days)].sort()).toEqual(["2022-02-01", "2022-02-28", CAST_DAY]);
  });

  it("says which edition of the same day it replaces", async () => {
    const { edition } = await publishDay(places, CAST_DAY);
    const rules = { ...EFFECTIVE_PRACTICE, version: EFFECTIVE_PRACTICE.version + 1 };
    const made = await publishDay(places, CAST_DAY, CAST, "staff-only", rules);
    expect(made.edition).not.toBe(edition);
    expect(made.replaces).toBe(edition);
  });

  it("gives nothing of a school that the edition does not have", async () => {
    await publishDay(places, CAST_DAY);
    expect(await worklistOfSchool(places, CAST, "NO-SUCH")).toEqual([]);
  });
});
