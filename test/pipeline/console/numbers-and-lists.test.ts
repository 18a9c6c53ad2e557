import { describe, expect, it } from "vitest";
import { studentsAsked } from "../../../dashboard/src/release/students-asked.ts";
import {
  EVERY_STUDENT,
  isAsked,
  type StudentFilter,
} from "../../../functions/reports/students/student-filter.ts";
import { recordsKeys } from "../../../functions/layout.ts";
import { fromArrow } from "../../../functions/releases/files/arrow-rows.ts";
import { STAFF_TABLES } from "../../../functions/releases/tables/tables.ts";
import { editionStudents } from "../../../functions/pipeline/console/edition-students.ts";
import { consoleCase } from "../../../functions/pipeline/console/console-case.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST, CAST_DAY, publishDay } from "../../support/local-district.ts";

/** Tables of which a page draws numbers as links. */
const TABLES = ["statuses", "standings", "next-steps", "reconciliation", "rates"];

describe("a number of the staff edition", { timeout: 60_000 }, () => {
  it("is as many students as the list behind it has, at each school, in each grade, of each counselor and in the district", async () => {
    const places = await conformedCast();
    const { edition } = await publishDay(places, CAST_DAY, CAST, "staff-only");
    const who = { district: CAST, staff: null, isDemo: false, through: "console" } as const;
    const of = await consoleCase(places, who, "2022-03-16T08:00:00.000Z");
    const list = await editionStudents(of);
    const students = list?.rows ?? [];
    const ids = list?.requirements.map(({ id }) => id) ?? [];

    const compared: { readonly [table: string]: number } = {};
    for (const name of TABLES) {
      const definition = STAFF_TABLES.find((table) => table.name === name);
      if (definition === undefined) throw new Error(name);
      const key = `${recordsKeys.staffEdition(CAST, edition)}${name}.arrow`;
      const rows = fromArrow(definition, (await places.records.get(key)) ?? new Uint8Array());
      for (const row of rows as readonly { readonly [column: string]: unknown }[]) {
        // As a page links it: where it links none there is nothing to hold.
        const asked = row["count"] === null ? null : studentsAsked(row as { school: string });
        if (asked === null) continue;
        const filter: StudentFilter = { ...EVERY_STUDENT, ...asked };
        const listed = students.filter((student) => isAsked(student, filter, ids)).length;
        expect({ name, filter, listed }).toEqual({ name, filter, listed: row["count"] });
        (compared as { [table: string]: number })[name] = (compared[name] ?? 0) + 1;
      }
    }
    for (const name of TABLES) expect(compared[name], name).toBeGreaterThan(10);
  });
});
