import {
  landmarkFacts,
  LANDMARK_DAY,
  type LandmarkFacts,
} from "../../metrics/cube/attendance-association.ts";
import type { AttendanceDays } from "../../metrics/students/attendance-days.ts";
import {
  asItIs,
  NOT_APPLICABLE,
  NOT_COLLECTED,
  target,
  YES_NO,
  yesNo,
  type ExtractCase,
  type ExtractColumn,
} from "./extract-column.ts";
import { PLANS } from "./plan-columns.ts";

const percentAbsent = ({ absentDays, enrolledDays }: AttendanceDays): string =>
  enrolledDays === 0 ? NOT_APPLICABLE : String(Math.round((100 * absentDays) / enrolledDays));

const ABSENCES = "Absences and calendars of the student information system.";

const AT_LANDMARK = `Students of a grade that the mandate names whose school counted them on instructional day ${LANDMARK_DAY} as on the date of the data, with twenty instructional days or more after it.`;

const NOT_THE_ASSOCIATION =
  "The published association also counts those who left the school after that day, who are in no extract: these columns give a similar estimate, not the same one.";

const atLandmark =
  (value: (facts: LandmarkFacts) => string) =>
  ({ student, records, context }: ExtractCase): string => {
    if (!context.availability.plans || !context.availability.attendance) return NOT_COLLECTED;
    const facts = landmarkFacts(student.record, records, context);
    return typeof facts === "string" ? NOT_APPLICABLE : value(facts);
  };

const percentAtLandmark = (
  name: string,
  title: string,
  definition: string,
  days: (facts: LandmarkFacts) => AttendanceDays,
): ExtractColumn =>
  target({
    ...{ name, title, definition, universe: AT_LANDMARK, source: ABSENCES },
    codings: [asItIs("numbers")],
    onlyWith: "chronic_absence",
    isTopCoded: true,
    isForAll: true,
    valueOf: atLandmark((facts) => percentAbsent(days(facts))),
  });

/** Attendance of the school year, and plan, goals and attendance around the landmark day. */
export const ATTENDANCE_COLUMNS: readonly ExtractColumn[] = [
  target({
    name: "absence_percent",
    title: "Days absent, in percent",
    definition:
      "Days absent in percent of the days enrolled, this school year by the date of the data, to a whole percent; half a day or more missed is an absent day.",
    universe: "Students with a day enrolled.",
    source: ABSENCES,
    codings: [asItIs("numbers")],
    onlyWith: "chronic_absence",
    isTopCoded: true,
    valueOf: ({ student, context }) =>
      context.availability.attendance ? percentAbsent(student.attendance) : NOT_COLLECTED,
  }),
  target({
    name: "landmark_plan",
    title: "Plan on the landmark day",
    definition: `Whether the student had an active plan on instructional day ${LANDMARK_DAY}. ${NOT_THE_ASSOCIATION}`,
    universe: AT_LANDMARK,
    source: PLANS,
    codings: [asItIs(YES_NO)],
    onlyWith: "plan_coverage",
    isForAll: true,
    valueOf: atLandmark(({ hasPlan }) => yesNo(hasPlan)),
  }),
  target({
    name: "landmark_goals",
    title: "Goals on the landmark day",
    definition: `Goals of the plans of this school year, or of an earlier plan that is carried on in it, that were set by instructional day ${LANDMARK_DAY}. ${NOT_THE_ASSOCIATION}`,
    universe: AT_LANDMARK,
    source: PLANS,
    codings: [asItIs("counts")],
    onlyWith: "goal_domains",
    isTopCoded: true,
    isForAll: true,
    valueOf: atLandmark(({ goals }) => String(goals)),
  }),
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
