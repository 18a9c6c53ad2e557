import { describe, expect, it } from "vitest";
import {
  ALL_REVIEWS,
  isAsked,
  type StudentFilter,
} from "../../../functions/exports/student-filter.ts";
import { recordsKeys } from "../../../functions/layout.ts";
import { fromArrow } from "../../../functions/releases/arrow-rows.ts";
import { STAFF_TABLES } from "../../../functions/releases/tables.ts";
import { studentsAt } from "../../../functions/pipeline/console/seen-students.ts";
import { consoleCase } from "../../../functions/pipeline/console/console-case.ts";
import {
  CAST,
  CAST_DAY,
  CAST_EXPORTS,
  freshPlaces,
  ingestPath,
  publishDay,
} from "../../support/local-district.ts";

const NOTHING: StudentFilter = {
  ...{ school: null, grade: null, counselor: null, requirement: null },
  ...{ status: null, need: null, problem: null },
};

/** The filter that a row of a table links to, by the columns of the table. */
const FILTERS: {
  readonly [table: string]: (row: { readonly [column: string]: unknown }) => Partial<StudentFilter>;
} = {
  statuses: ({ requirement, status }) => ({
    requirement: requirement === "all" ? ALL_REVIEWS : String(requirement),
    status: String(status),
  }),
  standings: ({ requirement, standing }) => ({
    requirement: String(requirement),
    status: String(standing),
  }),
  "next-steps": ({ requirement, need }) => ({
    requirement: String(requirement),
    need: String(need),
  }),
  reconciliation: ({ problem }) => ({ problem: String(problem) }),
};

describe("a number of the staff edition", { timeout: 60_000 }, () => {
  it("is as many students as the list behind it has, at each school, in each grade and in the district", async () => {
    const places = await freshPlaces();
    await ingestPath(places, CAST_EXPORTS);
    const { edition } = await publishDay(places, CAST_DAY, CAST, "staff-only");
    const who = { district: CAST, staff: null, isDemo: false, through: "console" } as const;
    const of = await consoleCase(places, who, "2022-03-16T08:00:00.000Z");
    const found = await studentsAt(of, of.schools);
    const students = found.flatMap(({ rows }) => rows);
    const ids = found[0]?.requirements.map(({ id }) => id) ?? [];

    const compared: { readonly [table: string]: number } = {};
    for (const [name, filterOf] of Object.entries(FILTERS)) {
      const definition = STAFF_TABLES.find((table) => table.name === name);
      if (definition === undefined) throw new Error(name);
      const key = `${recordsKeys.staffEdition(CAST, edition)}${name}.arrow`;
      const rows = fromArrow(definition, (await places.records.get(key)) ?? new Uint8Array());
      for (const row of rows as readonly { readonly [column: string]: unknown }[]) {
        const { level, school, breakdown = "all", group, count } = row;
        if (count === null || (breakdown !== "all" && breakdown !== "grade")) continue;
        const filter: StudentFilter = {
          ...NOTHING,
          ...filterOf(row),
          school: level === "school" ? String(school) : null,
          grade: breakdown === "grade" ? String(group) : null,
        };
        const listed = students.filter((student) => isAsked(student, filter, ids)).length;
        expect({ name, filter, listed }).toEqual({ name, filter, listed: count });
        (compared as { [table: string]: number })[name] = (compared[name] ?? 0) + 1;
      }
    }
    for (const name of Object.keys(FILTERS)) expect(compared[name], name).toBeGreaterThan(10);
  });
});
