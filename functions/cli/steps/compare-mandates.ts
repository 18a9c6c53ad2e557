import { nothingIngested } from "../../pipeline/not-possible.ts";
import type { Day } from "../../domain/calendar/day.ts";
import type { DistrictId } from "../../domain/ids.ts";
import {
  REQUIREMENT_STANDINGS,
  type RequirementStanding,
} from "../../domain/plans/requirement-standing.ts";
import { schoolYearOf } from "../../domain/calendar/school-year.ts";
import { standingOf } from "../../mandates/clock/answer.ts";
import { assess } from "../../mandates/assess/assess.ts";
import {
  compareMandates,
  type ComparedStudent,
  type Move,
} from "../../mandates/assess/compare-mandates.ts";
import type { MandateProfile } from "../../mandates/rules/mandate-profile.ts";
import { clockCases } from "../../metrics/students/assessed-students.ts";
import { conformedInForce } from "../../pipeline/conform/conformed-in-force.ts";
import { profileConfirmed } from "../../pipeline/measure/district-mandate.ts";
import { availabilityOf, availableIn } from "../../conformed/availability.ts";
import type { Places } from "../../pipeline/ports.ts";
import { readSchool } from "../../pipeline/measure/read-school.ts";
import { CommandError } from "../arguments/command-error.ts";

/**
 * The same students under two mandates, in counts. It names nobody, and is for use inside the
 * district.
 */
export interface Compared {
  readonly district: string;
  readonly asOf: Day;
  readonly students: number;
  readonly changed: number;
  readonly from: ComparedMandate;
  readonly to: ComparedMandate;
  /** How students stand on all requirements together, under each of the two mandates. */
  readonly moves: readonly Move[];
}

export interface ComparedMandate {
  readonly id: string;
  readonly title: string;
  readonly requirements: readonly {
    readonly id: string;
    readonly name: string;
    readonly standings: { readonly [standing in RequirementStanding]: number };
  }[];
}

/** @throws CommandError if nothing is ingested, or no plans are */
export async function compareForDistrict(
  { records }: Pick<Places, "records">,
  district: DistrictId,
  named: readonly [from: MandateProfile, to: MandateProfile],
  asOf: Day,
): Promise<Compared> {
  const manifest = await conformedInForce(records, district);
  if (manifest === null) throw new CommandError(nothingIngested(district));
  const year = schoolYearOf(asOf);
  if (!availabilityOf(manifest, year).plans) {
    throw new CommandError("no plans were sent for this school year: nothing can be compared");
  }
  const [from, to] = [
    await profileConfirmed(records, district, named[0]),
    await profileConfirmed(records, district, named[1]),
  ];
  const students: ComparedStudent[] = [];
  for (const school of manifest.schools) {
    const read = await readSchool(records, district, school, year, availableIn(manifest));
    for (const { record, clockCase } of clockCases(read, asOf)) {
      students.push({ student: record.student.student, records: clockCase });
    }
  }
  if (students.length === 0) {
    throw new CommandError(`no student of district ${district} is enrolled on ${asOf}`);
  }
  const { moves, moved } = compareMandates(from, to, students, asOf);
  return {
    district,
    asOf,
    students: students.length,
    changed: moved.length,
    from: standingsUnder(from, students, asOf),
    to: standingsUnder(to, students, asOf),
    moves: moves.filter((move) => move.students > 0),
  };
}

function standingsUnder(
  mandate: MandateProfile,
  students: readonly ComparedStudent[],
  asOf: Day,
): ComparedMandate {
  const counts = mandate.requirements.map(() => REQUIREMENT_STANDINGS.map(() => 0));
  for (const { records } of students) {
    for (const [index, answer] of assess(mandate, records, asOf).entries()) {
      const place = REQUIREMENT_STANDINGS.indexOf(standingOf(answer));
      const row = counts[index];
      if (row !== undefined) row[place] = (row[place] ?? 0) + 1;
    }
  }
  return {
    id: mandate.id,
    title: mandate.title,
    requirements: mandate.requirements.map(({ id, name }, index) => ({
      id,
      name,
      standings: Object.fromEntries(
        REQUIREMENT_STANDINGS.map((standing, place) => [standing, counts[index]?.[place] ?? 0]),
      ) as { [standing in RequirementStanding]: number },
    })),
  };
}
