import { describe, expect, it } from "vitest";
import { isEnrolledOn } from "../../../functions/domain/people/student.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import { reportSchools } from "../../../functions/pipeline/state-reports/report-schools.ts";
import type { SchoolOfReport } from "../../../functions/reports/state/rows/report-row.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST, CAST_DAY, quiet } from "../../support/local-district.ts";
import { contextWith } from "../../support/report-in-hand.ts";

describe("the schools of a report", () => {
  it("are those of the records in their order, each with the students whom it counts on the count day", async () => {
    const { records } = await conformedCast();
    const manifest = await conformedInForce(records, CAST);
    if (manifest === null) throw new Error("nothing is conformed");
    let advanced = 0;
    const progress = { ...quiet, advance: (by: number) => void (advanced += by) };
    const schools: SchoolOfReport[] = [];
    const context = contextWith({ asOf: CAST_DAY });
    for await (const school of reportSchools(records, manifest, context, progress)) {
      schools.push(school);
    }
    expect(schools.map(({ id, name }) => [id, name])).toEqual(
      manifest.schools.map(({ id, name }) => [id, name]),
    );
    expect(advanced).toBe(schools.length);
    const counted = schools.flatMap((school) => school.counted.map(({ record }) => record));
    expect(counted.length).toBeGreaterThan(20);
    expect(new Set(counted.map(({ student }) => student.student)).size).toBe(counted.length);
    for (const { enrollments } of counted) {
      expect(enrollments.some((enrollment) => isEnrolledOn(enrollment, CAST_DAY))).toBe(true);
    }
    const ids = new Set(counted.map(({ student }) => student.student as string));
    const differing = schools.flatMap(({ discrepancies }) => discrepancies);
    expect(differing.length).toBeGreaterThan(0);
    // A plan of somebody who is not enrolled is the other way round.
    const ofEnrolled = differing.filter(({ problem }) => problem !== "plan-without-enrollment");
    expect(ofEnrolled.filter(({ student }) => !ids.has(student))).toEqual([]);
  });
});
