import { addDays, day, daysBetween, type Day } from "../functions/domain/calendar/day.ts";
import { seededRandom } from "./random.ts";

/** A K-12 district of any size, the same for the same numbers. Nobody in it exists. */
export interface BenchDistrict {
  readonly schools: readonly BenchSchool[];
  /** The days of instruction, of every school alike. */
  readonly schoolDays: readonly Day[];
  /** The day of instruction after them: it is in the calendar, and its attendance comes in a later night. */
  readonly nextSchoolDay: Day;
  /** Weekdays of the year without instruction. */
  readonly holidays: readonly Day[];
  readonly students: readonly BenchStudent[];
}

export interface BenchSchool {
  readonly id: string;
  readonly name: string;
  readonly grades: readonly string[];
}

export interface BenchStudent {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly grade: string;
  /** One stay, or two where the student moved within the district. */
  readonly enrollments: readonly {
    readonly school: string;
    readonly enteredOn: Day;
    readonly withdrewOn: Day | null;
  }[];
  /** The share of days on which the student is absent. */
  readonly absence: number;
}

const FIRST_DAY = day("2021-08-16");
const LAST_DAY = day("2022-06-30");
const STUDENTS_A_SCHOOL = 500;
const LEVELS = [
  { name: "Elementary School", grades: ["KG", "01", "02", "03", "04", "05"] },
  { name: "Middle School", grades: ["06", "07", "08"] },
  { name: "High School", grades: ["09", "10", "11", "12"] },
] as const;
const GRADES: readonly string[] = LEVELS.flatMap(({ grades }) => [...grades]);

export function benchDistrict(students: number, days: number): BenchDistrict {
  const random = seededRandom(20_220_520);
  const schools = benchSchools(students);
  const { schoolDays: all, holidays } = schoolYearOfDays(days + 1);
  const [schoolDays, nextSchoolDay] = [all.slice(0, -1), all.at(-1) ?? LAST_DAY];
  return {
    schools,
    schoolDays,
    nextSchoolDay,
    holidays,
    students: Array.from({ length: students }, (_, index) =>
      benchStudent(index, schools, schoolDays, random),
    ),
  };
}

/** About 500 students a school, levels by their number of grades; a district of one or two schools has K-12 schools. */
function benchSchools(students: number): readonly BenchSchool[] {
  const count = Math.max(1, Math.round(students / STUDENTS_A_SCHOOL));
  const levels =
    count < LEVELS.length
      ? Array.from({ length: count }, () => ({ name: "School", grades: GRADES }))
      : LEVELS.flatMap((level) => {
          const share = Math.max(1, Math.round((count * level.grades.length) / GRADES.length));
          return Array.from({ length: share }, () => level);
        });
  return levels.map(({ name, grades }, index) => ({
    id: String(700_001 + index),
    name: `${PLACES[index % PLACES.length] ?? ""} ${name} ${index + 1}`,
    grades,
  }));
}

/** Every weekday from the middle of August, without one in ten, until there are enough. */
function schoolYearOfDays(days: number): { schoolDays: readonly Day[]; holidays: readonly Day[] } {
  const schoolDays: Day[] = [];
  const holidays: Day[] = [];
  let weekdays = 0;
  for (let on = FIRST_DAY; schoolDays.length < days; on = addDays(on, 1)) {
    if (on > LAST_DAY)
      throw new Error(`${days - 1} days and the next do not fit into a school year: at most 199`);
    // The first day is a Monday.
    if (daysBetween(FIRST_DAY, on) % 7 > 4) continue;
    if (++weekdays % 10 === 0) holidays.push(on);
    else schoolDays.push(on);
  }
  return { schoolDays, holidays };
}

function benchStudent(
  index: number,
  schools: readonly BenchSchool[],
  schoolDays: readonly Day[],
  random: () => number,
): BenchStudent {
  const grade = GRADES[index % GRADES.length] ?? "KG";
  const ofGrade = schools.filter(({ grades }) => grades.includes(grade));
  const place = Math.floor(random() * ofGrade.length);
  const school = ofGrade[place]?.id ?? "";
  const enteredOn = schoolDays[0] ?? FIRST_DAY;
  const movedOn = schoolDays[Math.floor(random() * schoolDays.length)];
  const isMover = random() < 0.04 && ofGrade.length > 1 && movedOn !== undefined;
  const next = ofGrade[(place + 1) % ofGrade.length]?.id ?? school;
  return {
    // The leading zero is part of the identifier, as in many a student information system.
    id: `0${600_000 + index * 7}`,
    givenName: GIVEN_NAMES[Math.floor(random() * GIVEN_NAMES.length)] ?? "",
    familyName: FAMILY_NAMES[Math.floor(random() * FAMILY_NAMES.length)] ?? "",
    grade,
    enrollments:
      isMover && movedOn > enteredOn
        ? [
            { school, enteredOn, withdrewOn: movedOn },
            { school: next, enteredOn: movedOn, withdrewOn: null },
          ]
        : [{ school, enteredOn, withdrewOn: null }],
    absence: shareAbsent(random),
  };
}

/** Most students miss a few days, one in six about a tenth of them, a few a quarter. */
function shareAbsent(random: () => number): number {
  const kind = random();
  if (kind < 0.78) return 0.02 + random() * 0.05;
  if (kind < 0.94) return 0.06 + random() * 0.09;
  return 0.15 + random() * 0.25;
}

const PLACES = ["Cedar", "Lakeview", "Maple", "Prairie", "Harbor", "Summit", "Willow", "Granite"];
const GIVEN_NAMES = ["Amara", "Ben", "Carmen", "Dinh", "Elena", "Farid", "Grace", "Hugo", "Imani"];
const FAMILY_NAMES = ["Abbott", "Baptiste", "Chen", "Diaz", "Ellis", "Fofana", "García", "Haddad"];
