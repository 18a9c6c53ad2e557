import { folderStore } from "../functions/adapters/folder-store.ts";
import { localFolders } from "../functions/cli/local-places.ts";
import type { Day } from "../functions/domain/day.ts";
import type { DistrictId } from "../functions/domain/ids.ts";
import { schoolYearOf } from "../functions/domain/school-year.ts";
import { heldReviews } from "../functions/mandates/plan-records.ts";
import { effectivePractice } from "../functions/mandates/effective-practice.ts";
import { assessedStudents } from "../functions/metrics/assessed-students.ts";
import { type SchoolPartial } from "../functions/metrics/school-partial.ts";
import {
  conformedInForce,
  readJson,
  type ConformedManifest,
  type ConformedSchool,
} from "../functions/pipeline/conformed-manifest.ts";
import { partialKey } from "../functions/pipeline/measure.ts";
import type { ObjectStore } from "../functions/pipeline/ports.ts";
import { sentIn } from "../functions/pipeline/holdings.ts";
import { readSchool } from "../functions/pipeline/read-school.ts";
import type { DistrictTotals, SchoolTotals } from "./totals.ts";

/** What the pipeline found of each school of a published district, read from its records folder. */
export async function ourTotals(
  data: string,
  district: DistrictId,
  asOf: Day,
): Promise<DistrictTotals> {
  const records = folderStore(localFolders(data).records);
  const manifest = await conformedInForce(records, district);
  if (manifest === null) throw new Error(`nothing is conformed in ${data}`);
  const measuring = { asOf, mandate: effectivePractice };
  const totals = new Map<string, SchoolTotals>();
  for (const school of manifest.schools) {
    const key = partialKey(manifest, school, measuring);
    const partial = await readJson<SchoolPartial>(records, key);
    if (partial === null) throw new Error(`no partial under ${key}`);
    totals.set(school.id, {
      ...fromPartial(partial),
      ...(await fromRecords(records, manifest, school, asOf)),
    });
  }
  return totals;
}

type FromRecords = "enrolledDays" | "absentDays" | "heldReviews";

/** What the partials hold. The release shows part of it. */
function fromPartial(partial: SchoolPartial): Omit<SchoolTotals, FromRecords> {
  const numerator = (measure: string, group: string): number =>
    partial.counts[measure]?.[group]?.numerator ?? 0;
  const review = (requirement: string, status: string): number =>
    partial.statuses[requirement]?.["all/all"]?.[status] ?? 0;
  const none = (requirement: string): number =>
    review(requirement, "not-held") +
    review(requirement, "pending") +
    review(requirement, "plan-missing");
  return {
    students: partial.students,
    chronicallyAbsent: numerator("chronic-absence", "all/all"),
    studentsUnderMandate: partial.studentsUnderMandate,
    openPlans: numerator("plan-coverage", "all/all"),
    firstOnTime: review("review-1", "timely"),
    firstLate: review("review-1", "held-late"),
    firstNone: none("review-1"),
    secondOnTime: review("review-2", "timely"),
    secondLate: review("review-2", "held-late"),
    secondNone: none("review-2"),
    transitionsReviewed: ["transition-6", "transition-9", "transition-12"]
      .map((id) => numerator("transition-review", `transition/${id}`))
      .reduce((a, b) => a + b),
    allDomains: numerator("goal-domains", "all/all"),
  };
}

/** Sums that no partial keeps, from the conformed records by the functions that measure. */
async function fromRecords(
  records: ObjectStore,
  manifest: ConformedManifest,
  school: ConformedSchool,
  asOf: Day,
): Promise<Pick<SchoolTotals, FromRecords>> {
  const read = await readSchool(
    records,
    manifest.district,
    school,
    schoolYearOf(asOf),
    sentIn(manifest),
  );
  const students = assessedStudents(read, { asOf, mandate: effectivePractice });
  const sum = (of: (student: (typeof students)[number]) => number): number =>
    students.map(of).reduce((a, b) => a + b, 0);
  return {
    enrolledDays: sum(({ attendance }) => attendance.enrolledDays),
    absentDays: sum(({ attendance }) => attendance.absentDays),
    heldReviews: sum(({ record, answers }) =>
      answers.length === 0 ? 0 : heldReviews(effectivePractice, record.document, asOf).length,
    ),
  };
}
