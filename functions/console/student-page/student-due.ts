import type { Day } from "../../domain/calendar/day.ts";
import { waitingName } from "../../metrics/questions/waiting-name.ts";
import type { RequirementSummary } from "../../releases/manifest/mandate-summary.ts";
import type { StudentRow } from "../../reports/students/students-table.ts";
import { mostUrgentFirst } from "../../reports/worklist/school-worklist.ts";
import { worklistEntries } from "../../reports/worklist/worklist-entries.ts";
import type { DueItem } from "./student-page.ts";

/**
 * What needs to be done for one student and who acts, the most urgent first; for a reader who sees
 * no plans, only the records to fix.
 */
export const studentDue = (
  row: StudentRow,
  requirements: readonly RequirementSummary[],
  asOf: Day,
  seesPlans: boolean,
): readonly DueItem[] => {
  const nameOf = (id: string): string | undefined => {
    const requirement = requirements.find((candidate) => candidate.id === id);
    return requirement && waitingName(requirement, requirements);
  };
  return mostUrgentFirst(worklistEntries([row], requirements, asOf))
    .filter(({ need }) => seesPlans || need === "fix-record")
    .map(({ requirement, requirementName, need, needName, owner, rule, ...entry }) => ({
      ...{ requirement, need, needName, whoActs: owner },
      name: nameOf(requirement) ?? requirementName,
      dueOn: entry.dueOn,
      daysLeft: entry.daysLeft,
      sinceOn: entry.sinceOn,
      because: entry.because,
      remedy: need === "fix-record" ? rule : "",
    }));
};
