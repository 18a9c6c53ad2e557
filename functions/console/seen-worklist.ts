import { ofSchool, permit, type Permit } from "../access/permit.ts";
import type { WorklistEntry } from "../reports/worklist/worklist-entries.ts";
import {
  mostUrgentFirst,
  worklistOf,
  type SchoolStudents,
  type SchoolWorklist,
} from "../reports/worklist/school-worklist.ts";
import type { ConsoleReader } from "./console-reader.ts";
import { seenAs } from "./seen-as.ts";

/**
 * What is to be done for the students of a school whom a reader sees, and why the reader sees them.
 */
export interface SeenWorklist {
  readonly list: SchoolWorklist;
  /** Students whom the reader sees, including those for whom nothing is to be done. */
  readonly students: number;
  readonly kind: "see-student" | "see-records";
  readonly permit: Permit;
}

/**
 * The worklist of the students whom the reader sees. Of students seen without plans, it has only
 * the records to fix.
 */
export function seenWorklist(of: ConsoleReader, students: SchoolStudents): SeenWorklist {
  const seen = students.rows.flatMap((row) => {
    const as = seenAs(of, row);
    return as === null ? [] : [{ row, as }];
  });
  const withPlans = seen.filter(({ as }) => as.seesPlans).map(({ row }) => row);
  const recordsAlone = seen.filter(({ as }) => !as.seesPlans).map(({ row }) => row);
  const list = worklistOf({ ...students, rows: withPlans });
  const toFix = worklistOf({ ...students, rows: recordsAlone }).entries.filter(isRecord);
  const first = seen[0]?.as;
  return {
    list: {
      ...list,
      counselors: [
        ...new Set([...list.counselors, ...recordsAlone.map(({ counselor }) => counselor)]),
      ].sort(),
      entries: mostUrgentFirst([...list.entries, ...toFix]),
    },
    students: seen.length,
    kind: first?.seesPlans === false ? ("see-records" as const) : ("see-student" as const),
    permit:
      first?.permit ??
      permit(of.reader, "see-figures", ofSchool(students.rows[0]?.school ?? ""), of.schools),
  };
}

const isRecord = ({ need }: WorklistEntry): boolean => need === "fix-record";
