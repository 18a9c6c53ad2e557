import { cpSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { day } from "../../../functions/domain/calendar/day.ts";
import { schoolYearOf } from "../../../functions/domain/calendar/school-year.ts";
import { studentGroups } from "../../../functions/metrics/students/student-groups.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import { availableIn } from "../../../functions/conformed/availability.ts";
import { readSchool } from "../../../functions/pipeline/measure/read-school.ts";
import {
  CAST,
  CAST_DAY,
  CAST_EXPORTS,
  freshPlaces,
  ingestPath,
} from "../../support/local-district.ts";
import { scratchFolder } from "../../support/scratch-folder.ts";

it("puts a student in a group by a district's own name of a program, once its codes say what it is", async () => {
  const folder = scratchFolder();
  const exports = join(folder, "exports");
  cpSync(CAST_EXPORTS, exports, { recursive: true });
  writeFileSync(
    join(exports, "studentProgramAssociations.csv"),
    "studentUniqueId,programName,beginDate,endDate\nC-0401,Kids First,2021-08-20,\n",
  );
  const profile = {
    ...{ id: "cast-own", version: 1, title: "The cast's own codes", files: [] },
    codes: [
      {
        kind: "ed-fi-flat/studentProgramAssociations.csv",
        field: "program",
        values: { "Kids First": "English learner" },
      },
    ],
  };
  writeFileSync(join(exports, "ilp.profile.json"), JSON.stringify(profile));

  const places = await freshPlaces();
  await ingestPath(places, exports);
  const manifest = (await conformedInForce(places.records, CAST))!;
  const schools = await Promise.all(
    manifest.schools.map((school) =>
      readSchool(places.records, CAST, school, schoolYearOf(day(CAST_DAY)), availableIn(manifest)),
    ),
  );
  const learners = schools
    .flatMap(({ students }) => students)
    .filter((record) => studentGroups(record, day(CAST_DAY)).includes("english-learner/yes"));
  expect(learners.map(({ student }) => student.student)).toEqual(["C-0401"]);
});
