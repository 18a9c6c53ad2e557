import { caseloadOf } from "./student-filter.ts";
import { fromArrow } from "../../releases/files/arrow-rows.ts";

/** By school, in order of their names, the counselors whose caseloads have students there. */
export interface CaseloadsBySchool {
  readonly [school: string]: readonly string[];
}

const COLUMNS = {
  name: "students",
  title: "Students",
  description: "The school and the caseloads of each student alone.",
  primaryKey: [],
  columns: [
    { name: "school", type: "text", title: "School id", definition: "The school." },
    { name: "caseload", type: "text", title: "Caseload", definition: "Counselors." },
  ],
} as const;

/** Whose caseloads have students at which school: a counselor is asked for at these schools alone. @param students the Arrow file of an edition */
export function caseloadsBySchool(students: Uint8Array): CaseloadsBySchool {
  const counselorsBySchool = new Map<string, Set<string>>();
  for (const { school, caseload } of fromArrow(COLUMNS, students)) {
    const counselors = counselorsBySchool.get(school) ?? new Set<string>();
    for (const counselor of caseloadOf({ caseload })) counselors.add(counselor);
    counselorsBySchool.set(school, counselors);
  }
  return Object.fromEntries(
    [...counselorsBySchool].map(([school, all]) => [school, [...all].sort()]),
  );
}
