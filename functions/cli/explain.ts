import type { Day } from "../domain/day.ts";
import { EXEMPTION_REASON_NAMES } from "../domain/exemption.ts";
import type { DistrictId, StudentId } from "../domain/ids.ts";
import {
  REQUIREMENT_STANDING_NAMES,
  type RequirementStanding,
} from "../domain/requirement-standing.ts";
import { REVIEW_STATUS_NAMES } from "../domain/review-status.ts";
import { schoolYearOf } from "../domain/school-year.ts";
import { schoolOn } from "../domain/student.ts";
import { standingOf, type Evidence, type RequirementAnswer } from "../mandates/answer.ts";
import { CHECK_THE_TEXT, FACT_STATUS_NAMES } from "../mandates/cited.ts";
import type { MandateProfile } from "../mandates/mandate-profile.ts";
import { assessedStudents } from "../metrics/assessed-students.ts";
import { conformedInForce, type ConformedManifest } from "../pipeline/conformed-manifest.ts";
import { inactiveRecords } from "../pipeline/inactive-records.ts";
import { holdingsOf, sentIn } from "../pipeline/holdings.ts";
import { planDocumentOf } from "../pipeline/plan-documents.ts";
import type { Places } from "../pipeline/ports.ts";
import { staffLatest } from "../pipeline/staff-editions.ts";
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
  /** Calls for checking the official text. */
  readonly warning: string;
  readonly exemptions: readonly {
    readonly requirement: string;
    readonly reason: string;
    readonly decidedBy: string;
    readonly from: Day;
    readonly until: Day | null;
  }[];
  readonly plans: readonly {
    readonly plan: string;
    readonly planType: string;
    readonly status: string;
    readonly openedOn: Day;
    readonly closedOn: Day | null;
  }[];
  /** Every requirement of the mandate, those that do not apply among them. */
  readonly requirements: readonly ExplainedRequirement[];
  readonly note: string;
}

/** One requirement for the student: the rule, the answer, and the records and days it rests on. */
export interface ExplainedRequirement {
  readonly id: string;
  readonly name: string;
  readonly rule: string;
  readonly citation: string;
  /** How far the text was checked. */
  readonly textStatus: string;
  /** A review status, or a standing where no review is clocked. */
  readonly status: string;
  readonly statusName: string;
  readonly standing: RequirementStanding;
  readonly because: string;
  readonly opensOn: Day | null;
  readonly dueOn: Day | null;
  readonly heldOn: Day | null;
  readonly review: string | null;
  readonly daysLeft: number | null;
  readonly evidence: readonly Evidence[];
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
      warning: CHECK_THE_TEXT,
      exemptions: record.more.exemptions
        .filter(({ from, until }) => from <= asOf && (until === null || asOf < until))
        .map(({ student: _student, reason, ...exemption }) => ({
          ...exemption,
          reason: EXEMPTION_REASON_NAMES[reason],
        })),
      plans: (document?.plans ?? []).map(({ plan, planType, status, openedOn, closedOn }) => ({
        plan,
        planType,
        status,
        openedOn,
        closedOn,
      })),
      requirements: assessed?.isUnderMandate === true ? assessed.requirements.map(explained) : [],
      note: hasPlans
        ? noteOf(counted === null, assessed?.isUnderMandate ?? false, grade)
        : "No plans were sent for any student, so nothing can be said of the reviews.",
    };
  }
  throw new CommandError(await unknownStudent(places, manifest, student));
}

function explained(answer: RequirementAnswer): ExplainedRequirement {
  const { requirement, because, dueOn, daysLeft, evidence } = answer;
  const { id, name, rule, citation } = requirement;
  const isClocked = answer.kind === "review";
  return {
    ...{ id, name, rule, citation },
    textStatus: FACT_STATUS_NAMES[requirement.status],
    status: answer.status,
    statusName: isClocked
      ? REVIEW_STATUS_NAMES[answer.status]
      : REQUIREMENT_STANDING_NAMES[answer.status],
    standing: standingOf(answer),
    because,
    opensOn: isClocked ? answer.opensOn : null,
    dueOn,
    heldOn: isClocked ? answer.heldOn : null,
    review: isClocked ? answer.review : null,
    daysLeft,
    evidence,
  };
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

function noteOf(isNowhere: boolean, isUnderMandate: boolean, grade: string | null): string {
  if (isNowhere)
    return "No school of the district enrolls the student on this day, so nothing is asked.";
  if (isUnderMandate) return "";
  return grade === null
    ? "The exports give no grade level, so no requirement can be applied."
    : `The mandate asks nothing of grade ${grade}.`;
}

/** The day a command is about when none is given: that of the current staff edition. */
export async function currentAsOf(places: Places, district: DistrictId): Promise<Day> {
  const latest = await staffLatest(places.records, district);
  if (latest === null) {
    throw new CommandError(
      `district ${district} has no edition yet: run ilp publish --district ${district} --as-of <day> first`,
    );
  }
  return latest.asOf;
}
