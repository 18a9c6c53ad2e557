import { caseloadOf } from "./student-filter.ts";
import { columnsFromArrow } from "../../releases/files/arrow-columns.ts";

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
  const { column } = columnsFromArrow(COLUMNS, students);
  const caseloads = column("caseload");
  const caseloadsAt = new Map<string, Set<string>>();
  for (const [row, value] of column("school").entries()) {
    const school = String(value);
    const own = caseloadsAt.get(school) ?? new Set<string>();
    caseloadsAt.set(school, own.add(String(caseloads[row])));
  }
  return Object.fromEntries(
    [...caseloadsAt].map(([school, own]) => {
      const counselors = [...own].flatMap((caseload) => caseloadOf({ caseload }));
      return [school, [...new Set(counselors)].sort()];
    }),
  );
}
