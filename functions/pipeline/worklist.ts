import type { Day } from "../domain/day.ts";
import type { DistrictId, SchoolId, StudentId } from "../domain/ids.ts";
import type { ReviewStatus } from "../domain/review-status.ts";
import { schoolYearOf } from "../domain/school-year.ts";
import { tableKeys } from "../layout.ts";
import { assessedStudents, needOf, NEEDS, type Need } from "../metrics/school-partial.ts";
import type { ConformedManifest, ConformedSchool } from "./conformed-manifest.ts";
import { holdingsOf } from "./holdings.ts";
import type { Measuring } from "./measure.ts";
import type { Item, ItemKey, ObjectStore, Table } from "./ports.ts";
import { readSchool } from "./read-school.ts";

/** One student who needs a review, and why. It names a student: never public, never logged. */
export interface WorklistEntry {
  readonly student: StudentId;
  readonly givenName: string;
  readonly familyName: string;
  readonly grade: string;
  readonly school: SchoolId;
  readonly schoolName: string;
  readonly counselor: string;
  readonly requirement: string;
  readonly requirementName: string;
  readonly rule: string;
  readonly status: ReviewStatus;
  readonly need: Need;
  readonly dueOn: Day | null;
  readonly daysLeft: number | null;
  readonly because: string;
  readonly asOf: Day;
}

/** Entries of one school of which something is to be done now. */
export async function worklistOf(
  records: ObjectStore,
  manifest: ConformedManifest,
  school: ConformedSchool,
  measuring: Measuring,
): Promise<readonly WorklistEntry[]> {
  const { asOf } = measuring;
  // Where no plans were sent, nobody is known to be without one.
  if (!holdingsOf(manifest, schoolYearOf(asOf)).plans) return [];
  const read = await readSchool(records, manifest.district, school, schoolYearOf(asOf));
  return assessedStudents(read, measuring).flatMap(({ record, answers }) =>
    answers.flatMap((answer): WorklistEntry | [] => {
      const need = needOf(answer, asOf);
      if (need === null) return [];
      return {
        student: record.student.student,
        givenName: record.student.givenName,
        familyName: record.student.familyName,
        grade: record.student.grade ?? "",
        school: read.school,
        schoolName: school.name,
        counselor:
          record.document?.plans.find(({ counselor }) => counselor !== "")?.counselor ?? "",
        requirement: answer.requirement.id,
        requirementName: answer.requirement.name,
        rule: answer.requirement.rule,
        status: answer.status,
        need,
        dueOn: answer.dueOn,
        daysLeft: answer.daysLeft,
        because: answer.because,
        asOf,
      };
    }),
  );
}

/**
 * Makes the school's part of the worklist say just these entries: new and changed ones are written
 * first, then those that no longer hold are removed.
 */
export async function replaceWorklist(
  table: Table,
  district: DistrictId,
  school: string,
  entries: readonly WorklistEntry[],
): Promise<void> {
  const items = entries.map((entry) => worklistItem(district, school, entry));
  const wanted = new Map(items.map((item) => [keyText(item), item]));
  const stale: ItemKey[] = [];
  for await (const there of worklistItems(table, district, school)) {
    const same = wanted.get(keyText(there));
    if (same === undefined) stale.push(there);
    else if (same["entry"] === there["entry"]) wanted.delete(keyText(there));
  }
  await table.putAll(wanted.values());
  await table.deleteAll(stale.map(({ partition, sort }) => ({ partition, sort })));
}

/** The release that the worklist was last written for; null before the first. */
export async function worklistRelease(table: Table, district: DistrictId): Promise<string | null> {
  const item = await table.get(tableKeys.ledger(district, "worklist"));
  return item === null ? null : String(item["release"]);
}

/** Notes that the worklist of every school is written for a release. */
export const noteWorklistRelease = (
  table: Table,
  district: DistrictId,
  release: string,
): Promise<void> => table.put({ ...tableKeys.ledger(district, "worklist"), release });

/** The worklist of one school, most urgent first: overdue, then due soon, then without a plan, each by due day. */
export async function* worklist(
  table: Table,
  district: DistrictId,
  school: string,
): AsyncGenerator<WorklistEntry> {
  for await (const item of worklistItems(table, district, school)) {
    yield JSON.parse(String(item["entry"])) as WorklistEntry;
  }
}

async function* worklistItems(
  table: Table,
  district: DistrictId,
  school: string,
): AsyncGenerator<Item> {
  let after: string | null = null;
  do {
    const page: { items: readonly Item[]; next: string | null } = await table.queryWorklist({
      partition: tableKeys.worklistOf(district, school),
      after,
    });
    yield* page.items;
    after = page.next;
  } while (after !== null);
}

function worklistItem(district: DistrictId, school: string, entry: WorklistEntry): Item {
  const order = NEEDS.indexOf(entry.need);
  return {
    ...tableKeys.worklist(district, school, entry.student, entry.requirement),
    worklistPartition: tableKeys.worklistOf(district, school),
    worklistSort: `${order}#${entry.status}#${entry.dueOn ?? "9999"}#${entry.student}#${entry.requirement}`,
    entry: JSON.stringify(entry),
  };
}

const keyText = ({ partition, sort }: ItemKey): string => `${partition}\u0000${sort}`;
