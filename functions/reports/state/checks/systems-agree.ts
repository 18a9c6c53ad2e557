import { counted } from "../../../domain/text/counted.ts";
import {
  RECORD_PROBLEM_DEFINITIONS,
  type RecordProblem,
} from "../../../metrics/cube/record-problem.ts";
import type { RecordFault } from "../records/report-records.ts";
import { failed, notMade, passed, type ReportCheck } from "./report-check.ts";

/** Problems that can put a student into a wrong record, and what to change. */
const CONTRADICTIONS: {
  readonly [problem in RecordProblem]?: Pick<RecordFault, "column" | "system">;
} = {
  "wrong-school": { system: "plan platform", column: "school" },
  "wrong-grade": { system: "plan platform", column: "grade level" },
  "duplicate-identity": { system: "student information system", column: "state identifier" },
};

/** The roster and the plan platform have students in the same school and grade, within the report's limit. */
export const systemsAgree: ReportCheck = {
  id: "systems-agree",
  name: "Roster and plan platform agree on the students",
  scope: "data",
  run({ records, kind, discrepancies, context: { definition } }) {
    if (kind.givesAnswers !== true)
      return notMade("The file gives no answers that the figures count.");
    const problems = new Map(
      discrepancies
        .filter(({ problem }) => CONTRADICTIONS[problem] !== undefined)
        .map(({ student, problem }) => [student as string, problem] as const),
    );
    const faults = new Map<number, RecordFault>();
    for (const [index, { about }] of records.entries()) {
      const problem = problems.get(about.student);
      if (problem !== undefined) faults.set(index, faultOf(problem));
    }
    const { contradictedPercent } = definition.limits;
    const because = `${counted(faults.size, "student")} of ${counted(records.length, "record")} differ between the two, with a limit of ${contradictedPercent} percent.`;
    const isWithin = faults.size * 100 <= records.length * contradictedPercent;
    return isWithin
      ? { ...passed(because), faults, failing: faults.size }
      : { ...failed(because, "The list to fix has each.", faults.size), faults };
  },
};

function faultOf(problem: RecordProblem): RecordFault {
  const { cause, owner, remedy } = RECORD_PROBLEM_DEFINITIONS[problem];
  const { system = "", column = "" } = CONTRADICTIONS[problem] ?? {};
  return { check: "systems-agree", field: "", because: cause, owner, system, column, remedy };
}
