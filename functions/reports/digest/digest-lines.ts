import { addDays, type Day } from "../../domain/calendar/day.ts";
import { longDay } from "../../domain/calendar/long-day.ts";
import { counted, number } from "../../domain/text/counted.ts";
import { waitingName } from "../../metrics/questions/waiting-name.ts";
import type { RequirementSummary } from "../../releases/manifest/mandate-summary.ts";
import { linkedCount } from "../counselors/counselor-numbers.ts";
import { EVERY_STUDENT, type StudentFilter } from "../students/student-filter.ts";
import type { StudentRow } from "../students/students-table.ts";

/** One count of a digest. It names no student. */
export interface DigestLine {
  readonly text: string;
  /** The query of the list of exactly these students. */
  readonly query: string;
}

/** The students of one edition whom the reader of a digest may see. */
export interface DigestRows {
  readonly asOf: Day;
  readonly requirements: readonly RequirementSummary[];
  readonly rows: readonly StudentRow[];
}

/**
 * What waits for the students of a filter, one line each. A line whose number is zero is left out.
 * @param monday the first day of the week that the digest is for
 * @param before an earlier edition under the same requirements; null where there is none
 */
export function digestLines(
  whose: Partial<StudentFilter>,
  monday: Day,
  now: DigestRows,
  before: DigestRows | null,
): readonly DigestLine[] {
  const line = (
    part: Partial<StudentFilter>,
    wordsOf: (count: number) => string,
    isCompared = true,
  ): readonly DigestLine[] => {
    const filter = { ...EVERY_STUDENT, ...whose, ...part };
    const { count, query } = linkedCount("", now.rows, filter, now.requirements);
    if (count === 0) return [];
    const earlier =
      before === null || !isCompared
        ? null
        : {
            on: before.asOf,
            count: linkedCount("", before.rows, filter, before.requirements).count,
          };
    return [{ text: `${wordsOf(count)}${changeInWords(count, earlier)}`, query }];
  };
  const students = (count: number): string => counted(count, "student");
  const nameOf = (requirement: RequirementSummary): string =>
    waitingName(requirement, now.requirements);
  const window = { from: monday, until: addDays(monday, 6) };
  return [
    ...now.requirements.flatMap((requirement) =>
      line(
        { requirement: requirement.id, due: "overdue" },
        (count) => `${nameOf(requirement)}: overdue for ${students(count)}`,
      ),
    ),
    ...now.requirements.flatMap((requirement) =>
      line(
        { requirement: requirement.id, due: "soon", ...window },
        (count) => `${nameOf(requirement)}: due this week for ${students(count)}`,
        false,
      ),
    ),
    ...line({ due: "soon" }, (count) => `Due within 30 days: something for ${students(count)}`),
    ...line({ plan: "none" }, (count) => `${students(count)} without a plan`),
    ...line({ need: "fix-record" }, (count) => `${students(count)} with a record to fix`),
    ...(whose.caseload === undefined
      ? line(
          { counselor: "", requirement: "all" },
          (count) => `${students(count)} without a counselor`,
        )
      : []),
  ];
}

/** " (2 more than on May 13, 2022)" */
function changeInWords(
  count: number,
  earlier: { readonly on: Day; readonly count: number } | null,
): string {
  if (earlier === null) return "";
  const more = count - earlier.count;
  if (more === 0) return ` (as on ${longDay(earlier.on)})`;
  return ` (${number(Math.abs(more))} ${more > 0 ? "more" : "fewer"} than on ${longDay(earlier.on)})`;
}
