import type { Day } from "../../../domain/calendar/day.ts";
import { counted, number } from "../../../domain/text/counted.ts";
import { SEXES_WITH_A_CODE, studentsOfYear, type ChronicStudent } from "./chronic-students.ts";
import { RACE_ETHNICITIES } from "../../../domain/people/demographics.ts";
import {
  SCHOOL_CODE,
  schoolSubject,
  type ReportContext,
  type ReportRow,
  type RowKind,
  type RowValue,
  type SchoolOfReport,
  type ValueSource,
} from "./report-row.ts";

const ofRegistrar = (column: string): ValueSource => ({
  ...{ owner: "registrar", system: "student information system", column },
});

const SOURCES: { readonly [name: string]: ValueSource } = {
  "school.id": ofRegistrar("school"),
  "school.name": ofRegistrar("school"),
  "school.stateId": {
    owner: "state-reporter",
    system: "report settings",
    column: SCHOOL_CODE,
  },
  "count.sex": ofRegistrar("sex"),
  "count.race": ofRegistrar("race and ethnicity"),
  "count.disability": ofRegistrar("programs"),
  "count.section504": ofRegistrar("programs"),
  "count.englishLearner": ofRegistrar("programs"),
  "count.homeless": ofRegistrar("programs"),
  "count.total": ofRegistrar("attendance"),
  "count.students": ofRegistrar("attendance, calendar and grade level"),
};

/** What divides the students of a category set beside their sex, and in which order its groups are. */
const SECOND_CATEGORIES: { readonly [category: string]: readonly string[] } = {
  race: [...RACE_ETHNICITIES, "missing"],
  disability: ["yes", "missing"],
  section504: ["yes", "missing"],
  englishLearner: ["yes", "missing"],
  homeless: ["yes", "missing"],
};

/**
 * One row per school and category of its chronically absent students, and one for all of them: EDFacts
 * FS195, category sets A to E and the total. It is a count of its own, from the school's records. A
 * student counts in each school where the test is met, and who left is counted too. A category without
 * a student has no row; the total always has one, without a number where nothing can be counted.
 */
export const chronicAbsenceCounts: RowKind = {
  id: "chronic-absence-counts",
  sourceOf: (name) => SOURCES[name] ?? null,
  rowsOfSchool(school, context) {
    const ofYear = studentsOfYear(school, context);
    if (ofYear.length === 0) return [];
    const because = whyNotCounted(school, ofYear, context);
    if (because !== null) return [countRow(school, context, {}, { text: "", because })];
    const chronic = ofYear.filter(({ isChronic }) => isChronic);
    const total = countRow(school, context, {}, String(chronic.length));
    return [...categoriesOf(school, context, chronic), total];
  },
};

/** At one absence per hundred days, a school with so many days has none by chance once in 20,000 years. */
const DAYS_WITHOUT_ABSENCE = 1000;

/** Fewer days enrolled say nothing (EDFacts FS195). */
const FEWEST_DAYS = 10;

/** The last day by the count day on which any student of the school was absent. */
function lastAbsence({ students }: SchoolOfReport["records"], asOf: Day): Day | null {
  let last: Day | null = null;
  for (const { absences } of students) {
    for (const { on } of absences) if (on <= asOf && (last === null || on > last)) last = on;
  }
  return last;
}

/** Why the school's count cannot be made; null where it can. What was not sent is never zero. */
function whyNotCounted(
  { id, records, counted: enrolled }: SchoolOfReport,
  ofYear: readonly ChronicStudent[],
  { availability, asOf }: ReportContext,
): string | null {
  if (!availability.attendance) return "the district sent no attendance for the school year";
  const calendar = records.calendars.get(records.school)?.instructionalDays ?? [];
  if (!calendar.some((on) => on <= asOf)) return `school ${id} has no calendar of the school year`;
  const taught = calendar.filter((on) => on <= asOf);
  if (taught.length < FEWEST_DAYS) {
    return `school ${id} has had ${taught.length} days of instruction, and a student counts from ${FEWEST_DAYS} days on`;
  }
  const last = lastAbsence(records, asOf);
  const since = taught.filter((on) => last !== null && on > last).length;
  if (since * enrolled.length >= DAYS_WITHOUT_ABSENCE) {
    return `no student of the school was absent on the last ${since} days of instruction, so its attendance has stopped coming`;
  }
  const days = ofYear.reduce((sum, { enrolledDays }) => sum + enrolledDays, 0);
  if (days >= DAYS_WITHOUT_ABSENCE && ofYear.every(({ absentDays }) => absentDays === 0)) {
    return `no student of the school was absent on any of ${number(days)} days enrolled, so its attendance was hardly sent`;
  }
  const ungraded = ofYear.filter(({ isChronic, grade }) => isChronic && grade === null).length;
  return ungraded === 0
    ? null
    : `${counted(ungraded, "student")} absent on a tenth of the days have no grade level`;
}

type Categories = { readonly [category: string]: string };

/** The rows of sets A to E: by sex, and by race or one status. Who is known not to have a status is in no row of it. */
function categoriesOf(
  school: SchoolOfReport,
  context: ReportContext,
  chronic: readonly ChronicStudent[],
): readonly ReportRow[] {
  return Object.entries(SECOND_CATEGORIES).flatMap(([category, groups]) =>
    [...SEXES_WITH_A_CODE, "missing"].flatMap((sex) =>
      groups.flatMap((group) => {
        const students = chronic.filter(
          (student) => student.sex === sex && student.categories[category] === group,
        ).length;
        return students === 0
          ? []
          : [countRow(school, context, { sex, [category]: group }, String(students))];
      }),
    ),
  );
}

function countRow(
  school: SchoolOfReport,
  { settings }: ReportContext,
  categories: Categories,
  students: RowValue,
): ReportRow {
  return {
    about: schoolSubject(school),
    value(name) {
      switch (name) {
        case "school.id":
          return school.id;
        case "school.name":
          return school.name;
        case "school.stateId":
          return settings.schools[school.id] ?? "";
        case "count.total":
          return categories["sex"] === undefined ? "total" : "part";
        case "count.students":
          return students;
        default:
          if (!(name in SOURCES)) throw new Error(`a count has no value ${name}`);
          return categories[name.replace("count.", "")] ?? "";
      }
    },
  };
}
