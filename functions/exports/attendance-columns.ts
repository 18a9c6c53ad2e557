import {
  landmarkFacts,
  LANDMARK_DAY,
  type LandmarkFacts,
} from "../metrics/attendance-association.ts";
import type { AttendanceDays } from "../metrics/attendance-days.ts";
import {
  asItIs,
  learnt,
  NOT_APPLICABLE,
  NOT_COLLECTED,
  YES_NO,
  yesNo,
  type ExtractCase,
  type ExtractColumn,
} from "./extract-column.ts";
import { OF_GOALS, PLANS } from "./plan-columns.ts";

const percentAbsent = ({ absentDays, enrolledDays }: AttendanceDays): string =>
  enrolledDays === 0 ? NOT_APPLICABLE : String(Math.round((100 * absentDays) / enrolledDays));

const ABSENCES = "Absences and calendars of the student information system.";

const AT_LANDMARK = `Students of a grade that the mandate names whose school counted them on instructional day ${LANDMARK_DAY} as on the as-of day, with twenty instructional days or more after it.`;

const NOT_THE_ASSOCIATION =
  "The published association counts those who left the school after that day too, of whom an extract tells nothing: it is not repeated by these columns, but comes near.";

const atLandmark =
  (value: (facts: LandmarkFacts) => string) =>
  ({ student, records, context }: ExtractCase): string => {
    if (!context.holds.plans || !context.holds.attendance) return NOT_COLLECTED;
    const facts = landmarkFacts(student.record, records, context);
    return typeof facts === "string" ? NOT_APPLICABLE : value(facts);
  };

const percentAtLandmark = (
  name: string,
  title: string,
  definition: string,
  days: (facts: LandmarkFacts) => AttendanceDays,
): ExtractColumn =>
  learnt(
    {
      ...{ name, title, definition, universe: AT_LANDMARK, source: ABSENCES },
      codings: [asItIs("numbers")],
      onlyWith: "chronic_absence",
      isTopCoded: true,
      isForAll: true,
      valueOf: atLandmark((facts) => percentAbsent(days(facts))),
    },
    ["chronic-absence"],
  );

/** Attendance of the year, and what was so on the landmark day and on both sides of it. */
export const ATTENDANCE_COLUMNS: readonly ExtractColumn[] = [
  learnt(
    {
      name: "absence_percent",
      title: "Days absent, in percent",
      definition:
        "Days absent in percent of the days enrolled, this school year by the as-of day, to a whole percent; half a day or more missed is an absent day.",
      universe: "Students with a day enrolled.",
      source: ABSENCES,
      codings: [asItIs("numbers")],
      onlyWith: "chronic_absence",
      isTopCoded: true,
      valueOf: ({ student, context }) =>
        context.holds.attendance ? percentAbsent(student.attendance) : NOT_COLLECTED,
    },
    ["chronic-absence"],
  ),
  learnt(
    {
      name: "landmark_plan",
      title: "Plan on the landmark day",
      definition: `Whether the student had an active plan on instructional day ${LANDMARK_DAY}. ${NOT_THE_ASSOCIATION}`,
      universe: AT_LANDMARK,
      source: PLANS,
      codings: [asItIs(YES_NO)],
      onlyWith: "plan_coverage",
      isForAll: true,
      valueOf: atLandmark(({ hasPlan }) => yesNo(hasPlan)),
    },
    ["plan-coverage"],
  ),
  learnt(
    {
      name: "landmark_goals",
      title: "Goals on the landmark day",
      definition: `Goals that were set by instructional day ${LANDMARK_DAY}. ${NOT_THE_ASSOCIATION}`,
      universe: AT_LANDMARK,
      source: PLANS,
      codings: [asItIs("counts")],
      onlyWith: "goal_domains",
      isTopCoded: true,
      isForAll: true,
      valueOf: atLandmark(({ goals }) => String(goals)),
    },
    OF_GOALS,
  ),
  percentAtLandmark(
    "absence_percent_before",
    "Days absent before the landmark day, in percent",
    `Days absent in percent of the days enrolled from the first instructional day to day ${LANDMARK_DAY}, to a whole percent.`,
    ({ before }) => before,
  ),
  percentAtLandmark(
    "absence_percent_after",
    "Days absent after the landmark day, in percent",
    `Days absent in percent of the days enrolled after instructional day ${LANDMARK_DAY}, to a whole percent. ${NOT_THE_ASSOCIATION}`,
    ({ after }) => after,
  ),
];
