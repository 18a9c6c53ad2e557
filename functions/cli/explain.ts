import type { Day } from "../domain/day.ts";
import type { DistrictId, StudentId } from "../domain/ids.ts";
import { schoolYearOf } from "../domain/school-year.ts";
import { schoolOn } from "../domain/student.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import { assessedStudents } from "../metrics/school-partial.ts";
import { conformedInForce, type ConformedManifest } from "../pipeline/conformed-manifest.ts";
import { inactiveRecords } from "../pipeline/inactive-records.ts";
import { holdingsOf, sentIn } from "../pipeline/holdings.ts";
import { planDocumentOf } from "../pipeline/plan-documents.ts";
import type { Places } from "../pipeline/ports.ts";
import { latestOf } from "../pipeline/published-releases.ts";
import { readSchool } from "../pipeline/read-school.ts";
import { CommandError } from "./command-error.ts";

/** Every requirement for one student: the rule, the dates it used and the answer. */
export interface Explanation {
  readonly student: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly grade: string | null;
  readonly school: string | null;
  readonly schoolName: string | null;
  readonly asOf: Day;
  readonly mandate: string;
  readonly plans: readonly {
    readonly plan: string;
    readonly planType: string;
    readonly status: string;
    readonly openedOn: Day;
    readonly closedOn: Day | null;
  }[];
  readonly requirements: readonly {
    readonly id: string;
    readonly name: string;
    readonly rule: string;
    readonly citation: string;
    readonly status: string;
    readonly because: string;
    readonly opensOn: Day | null;
    readonly dueOn: Day | null;
    readonly heldOn: Day | null;
    readonly review: string | null;
    readonly daysLeft: number | null;
  }[];
  readonly note: string;
}

/**
 * Explains one student as of a day.
 * @throws CommandError when nothing is ingested or the exports hold no such student; it repeats no name
 */
export async function explain(
  places: Places,
  district: DistrictId,
  student: StudentId,
  asOf: Day,
  mandate: MandateProfile,
): Promise<Explanation> {
  const manifest = await conformedInForce(places.records, district);
  if (manifest === null) throw new CommandError(`nothing is ingested for district ${district}`);
  const year = schoolYearOf(asOf);
  for (const school of manifest.schools) {
    const records = await readSchool(places.records, district, school, year, sentIn(manifest));
    const record = records.students.find((known) => known.student.student === student);
    if (record === undefined) continue;
    const counted = schoolOn(record.stays, asOf);
    if (counted !== null && counted !== records.school) continue;
    const { plans: hasPlans } = holdingsOf(manifest, year);
    const assessed = hasPlans
      ? assessedStudents({ ...records, students: [record] }, { asOf, mandate })[0]
      : undefined;
    const document = await planDocumentOf(places.table, district, student, year);
    const { givenName, familyName, grade } = record.student;
    return {
      student,
      givenName,
      familyName,
      grade,
      school: counted,
      schoolName: counted === null ? null : school.name,
      asOf,
      mandate: mandate.title,
      plans: (document?.plans ?? []).map(({ plan, planType, status, openedOn, closedOn }) => ({
        plan,
        planType,
        status,
        openedOn,
        closedOn,
      })),
      requirements: (assessed?.answers ?? []).map(({ requirement, ...answer }) => ({
        id: requirement.id,
        name: requirement.name,
        rule: requirement.rule,
        citation: requirement.citation,
        ...answer,
      })),
      note: hasPlans
        ? noteOf(counted === null, assessed?.answers.length ?? 0, grade)
        : "No plans were sent for any student, so nothing can be said of the reviews.",
    };
  }
  throw new CommandError(await unknownStudent(places, manifest, student));
}

/** Why nothing is known: there once, and no more; or never with a stay at a school. */
async function unknownStudent(
  { records }: Pick<Places, "records">,
  manifest: ConformedManifest,
  student: StudentId,
): Promise<string> {
  const gone = (await inactiveRecords(records, manifest)).find(
    ({ table, record }) => table === "student" && isOf(record, student),
  );
  return gone === undefined
    ? `no school of district ${manifest.district} has enrolled a student with this identifier: the roster has no such student, or has the student without an enrollment; identifiers are text, leading zeros count`
    : `the student is inactive: the exports of district ${manifest.district} no longer hold an enrollment; the conformed version ${gone.lastIn} was the last that did`;
}

const isOf = (record: unknown, student: StudentId): boolean =>
  typeof record === "object" &&
  record !== null &&
  "student" in record &&
  record.student === student;

function noteOf(isNowhere: boolean, requirements: number, grade: string | null): string {
  if (isNowhere)
    return "No school of the district enrolls the student on this day, so nothing is asked.";
  if (requirements > 0) return "";
  return grade === null
    ? "The exports give no grade level, so no requirement can be applied."
    : `The mandate asks nothing of grade ${grade}.`;
}

/** The day a command is about when none is given: that of the current release. */
export async function currentAsOf(places: Places, district: DistrictId): Promise<Day> {
  const latest = await latestOf(places.public, district);
  if (latest === null) {
    throw new CommandError(
      `district ${district} has no release yet: run ilp publish --district ${district} --as-of <day> first`,
    );
  }
  return latest.asOf as Day;
}

/** The schools of a district, or the one that is asked for by id or name. */
export function schoolsAsked(manifest: ConformedManifest, asked: string | undefined) {
  if (asked === undefined) return manifest.schools;
  const wanted = asked.toLowerCase();
  const found = manifest.schools.filter(
    ({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted,
  );
  if (found.length === 0) {
    const known = manifest.schools.map(({ id, name }) => `${id} (${name})`).join(", ");
    throw new CommandError(`no school "${asked}" in this district; known are: ${known}`);
  }
  return found;
}
