import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isChronicallyAbsent } from "../../../functions/domain/calendar/attendance.ts";
import { day } from "../../../functions/domain/calendar/day.ts";
import { schoolYearOf } from "../../../functions/domain/calendar/school-year.ts";
import { assessedStudents } from "../../../functions/metrics/students/assessed-students.ts";
import { isOf } from "../../../functions/metrics/questions/question.ts";
import { transitionCoverage } from "../../../functions/metrics/measures/transition-coverage.ts";
import { conformedInForce } from "../../../functions/pipeline/conform/conformed-in-force.ts";
import { availableIn } from "../../../functions/conformed/availability.ts";
import { readSchool } from "../../../functions/pipeline/measure/read-school.ts";
import { conformedCast } from "../../support/conformed-districts.ts";
import { CAST, EFFECTIVE_PRACTICE } from "../../support/local-district.ts";

interface Expected {
  readonly asOf: string;
  readonly students: {
    readonly [id: string]: {
      readonly school: string | null;
      readonly requirements: { readonly [requirement: string]: string };
      readonly chronicallyAbsent: boolean;
      readonly enrolledDays: number;
      readonly absentDays: number;
      readonly transitionCovered?: boolean;
    };
  };
}

const expected = JSON.parse(
  readFileSync(new URL("../../../fixtures/cast/expected.json", import.meta.url), "utf8"),
) as Expected;

describe("the cast, from exports to answers", () => {
  it("gives each student the answers worked out by hand, and counts each once", async () => {
    const places = await conformedCast();
    const manifest = await conformedInForce(places.records, CAST);
    const asOf = day(expected.asOf);
    const context = {
      mandate: EFFECTIVE_PRACTICE,
      asOf,
      availability: { plans: true, attendance: true },
      stalePlansSince: null,
    };
    const transitions = transitionCoverage.questions(EFFECTIVE_PRACTICE, asOf);
    const answers: { [id: string]: unknown } = {};
    for (const school of manifest!.schools) {
      const records = await readSchool(
        places.records,
        CAST,
        school,
        schoolYearOf(asOf),
        availableIn(manifest!),
      );
      for (const student of assessedStudents(records, context)) {
        const id = student.record.student.student;
        expect(answers[id], `${id} is counted once`).toBeUndefined();
        const { absentDays, enrolledDays } = student.attendance;
        const transition = transitions.find(({ population }) => isOf(population, student));
        const part = transition?.answer(student, context) ?? null;
        const plan = student.requirements.filter(
          ({ requirement }) => requirement.kind === "plan" && student.isUnderMandate,
        );
        answers[id] = {
          school: school.id,
          requirements: Object.fromEntries(
            [...plan, ...student.answers].map(({ requirement, status }) => [
              requirement.id,
              status,
            ]),
          ),
          chronicallyAbsent: isChronicallyAbsent(absentDays, enrolledDays),
          enrolledDays,
          absentDays,
          ...(part === null ? {} : { transitionCovered: part === "ready" }),
        };
      }
    }
    const counted = Object.entries(expected.students).filter(([, { school }]) => school !== null);
    expect(counted.length).toBeGreaterThan(40);
    expect(answers).toEqual(Object.fromEntries(counted));
  });
});
