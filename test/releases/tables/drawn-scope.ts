import fc from "fast-check";
import type { FigureAsked } from "../../../functions/domain/figures/figure.ts";
import { effectivePractice } from "../../../functions/mandates/rules/effective-practice.ts";
import type { MandateProfile } from "../../../functions/mandates/rules/mandate-profile.ts";
import { schoolCube } from "../../../functions/metrics/cube/school-cube.ts";
import { assessedStudents } from "../../../functions/metrics/students/assessed-students.ts";
import { staffScope } from "../../../functions/editions/staff-scope.ts";
import type { EditionScope } from "../../../functions/releases/tables/places.ts";
import { askedLateness } from "../../../functions/releases/tables/lateness.ts";
import { askedNextSteps } from "../../../functions/releases/tables/next-steps.ts";
import { askedRates } from "../../../functions/releases/tables/rates.ts";
import { askedStandings } from "../../../functions/releases/tables/standings.ts";
import { askedStatuses } from "../../../functions/releases/tables/statuses.ts";
import { askedStudentGroups } from "../../../functions/releases/tables/student-groups.ts";
import { CONTEXT, drawnStudent, PLAIN, schoolOf } from "../../metrics/drawn-school.ts";

/** Two schools of 30 students of all sorts, and one with two below the mandate's grades. */
export function scopeOf(
  kind: EditionScope["kind"],
  mandate: MandateProfile = effectivePractice,
): EditionScope {
  const drawn = fc.sample(drawnStudent, { seed: 7, numRuns: 60 });
  const context = { ...CONTEXT, mandate };
  const cubes = [
    schoolOf("S0", drawn.slice(0, 30)),
    schoolOf("S1", drawn.slice(30)),
    schoolOf("S2", [
      { ...PLAIN, grade: "03" },
      { ...PLAIN, grade: "03", hasPlan: false },
    ]),
  ].map((records) => ({
    name: `School ${records.school}`,
    cube: schoolCube(records, assessedStudents(records, context), context),
  }));
  const scope = staffScope({ districtName: "Cast" }, context, cubes);
  if (kind === "staff") return scope;
  return {
    ...scope,
    kind,
    questions: scope.questions.filter(({ isPublic }) => isPublic),
    groupsOf: ({ statistic }, { school }) =>
      statistic === "plan-coverage" && school === null
        ? ["grade/06", "grade/07-08", "sex/female"]
        : [],
  };
}

/** What the figures of each table ask for. */
export const ASKED: {
  readonly [table: string]: (scope: EditionScope) => Iterable<FigureAsked<object>>;
} = {
  rates: askedRates,
  statuses: askedStatuses,
  standings: askedStandings,
  "student-groups": askedStudentGroups,
  "next-steps": askedNextSteps,
  lateness: askedLateness,
};
