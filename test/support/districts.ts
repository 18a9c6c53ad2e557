import { mkdirSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addDays, day, daysBetween, type Day } from "../../functions/domain/calendar/day.ts";
import { districtId, type DistrictId } from "../../functions/domain/ids.ts";
import { recordsKeys } from "../../functions/layout.ts";
import type { MandateProfile } from "../../functions/mandates/rules/mandate-profile.ts";
import { conformedInForce } from "../../functions/pipeline/conform/conformed-in-force.ts";
import { measure } from "../../functions/pipeline/measure/measure.ts";
import type { Places } from "../../functions/pipeline/ports.ts";
import { drawPublicEdition } from "../../functions/pipeline/release/public-edition.ts";
import { publish } from "../../functions/pipeline/release/publish.ts";
import { DEFAULT_PROTECTION } from "../../functions/protection/protection-policy.ts";
import { mulberry32 } from "../statistics/mulberry32.ts";
import { keptPlaces } from "./stores/kept-places.ts";
import { EFFECTIVE_PRACTICE, ingestPath } from "./local-district.ts";

/** A district that does not exist: its schools with their grades and students. */
export interface MadeDistrict {
  readonly id: DistrictId;
  readonly seed: number;
  readonly schools: readonly {
    readonly grades: readonly string[];
    readonly students: number;
  }[];
}

const ELEMENTARY = ["KG", "01", "02", "03", "04", "05"];
const MIDDLE = ["06", "07", "08"];
const HIGH = ["09", "10", "11", "12"];
const ALL_GRADES = [...ELEMENTARY, ...MIDDLE, ...HIGH];

const made = (
  id: string,
  seed: number,
  schools: readonly (readonly [grades: readonly string[], students: number])[],
): MadeDistrict => ({
  id: districtId(id),
  seed,
  schools: schools.map(([grades, students]) => ({ grades, students })),
});

/**
 * Two schools have fewer students than the smallest group, and a high school has few in grade 12.
 */
export const SIX_SCHOOLS = made("six-schools", 6, [
  [ELEMENTARY, 140],
  [MIDDLE, 121],
  [MIDDLE, 34],
  [HIGH, 163],
  [HIGH, 15],
  [ALL_GRADES, 23],
]);
export const ONE_SCHOOL = made("one-school", 1, [[ALL_GRADES, 96]]);
export const SEVEN_STUDENTS = made("seven-students", 7, [[ALL_GRADES, 7]]);
export const RURAL = made("rural", 17, [
  [ELEMENTARY, 70],
  [ELEMENTARY, 41],
  [ELEMENTARY, 22],
  [ELEMENTARY, 12],
  [MIDDLE, 64],
  [MIDDLE, 48],
  [MIDDLE, 29],
  [MIDDLE, 21],
  [HIGH, 68],
  [HIGH, 55],
  [HIGH, 37],
  [HIGH, 24],
  [HIGH, 9],
  [ALL_GRADES, 60],
  [ALL_GRADES, 44],
  [ALL_GRADES, 30],
  [ALL_GRADES, 8],
]);
export const MADE_DISTRICTS = [SIX_SCHOOLS, ONE_SCHOOL, SEVEN_STUDENTS, RURAL] as const;

/** The last day of each month of a school year, as a monthly calendar publishes. */
export const MONTHS_OF_YEAR: readonly string[] = [
  ...["2021-08-31", "2021-09-30", "2021-10-31", "2021-11-30", "2021-12-31", "2022-01-31"],
  ...["2022-02-28", "2022-03-31", "2022-04-30", "2022-05-31", "2022-06-15"],
];

/** The district's exports conformed in fresh places, under a secret that tests know. */
export const conformedDistrict = (district: MadeDistrict, secret = 0): Promise<Places> =>
  keptPlaces(JSON.stringify({ district, secret }), async (places) => {
    const key = recordsKeys.secret(district.id, "2021-22");
    await places.records.putIfAbsent(key, new Uint8Array(32).fill(secret));
    const folder = await mkdtemp(join(tmpdir(), "ilp-made-"));
    try {
      writeExports(folder, district);
      await ingestPath(places, folder, district.id);
    } finally {
      await rm(folder, { recursive: true });
    }
  });

/** Draws and publishes a public release for each day, without the staff editions beside them. */
export async function publishReleases(
  places: Places,
  district: DistrictId,
  days: readonly string[],
  mandate: MandateProfile = EFFECTIVE_PRACTICE,
): Promise<readonly string[]> {
  const releases: string[] = [];
  for (const asOf of days) {
    const manifest = await conformedInForce(places.records, district);
    if (manifest === null) throw new Error("nothing is conformed");
    const measuring = { asOf: day(asOf), mandate };
    for (const school of manifest.schools) {
      await measure(places.records, manifest, school, measuring);
    }
    const { release } = await drawPublicEdition(places, manifest, measuring, DEFAULT_PROTECTION);
    await publish(places, district, release, `${asOf}T06:00:00.000Z`);
    releases.push(release);
  }
  return releases;
}

const FIRST_DAY = day("2021-08-16");
const LAST_DAY = day("2022-06-10");
const RACES = [0.02, 0.05, 0.12, 0.01, 0.5, 0.06, 0.24];
const PROGRAMS: readonly (readonly [name: string, share: number])[] = [
  ["English as a Second Language (ESL)", 0.12],
  ["Special Education", 0.16],
  ["Economically Disadvantaged", 0.45],
  ["Homeless", 0.03],
];
const FOCUS_AREAS: { readonly [grade: string]: string } = {
  "06": "career-exploration;education-plan",
  "08": "career-matching;resume;high-school-plan",
  "12": "refined-career-plan;postsecondary-options",
};

interface Enrollment {
  readonly school: number;
  readonly from: Day;
  readonly until: Day | null;
}

/** Writes the exports as a district's systems would send them: the same for the same district. */
export function writeExports(folder: string, { id, seed, schools }: MadeDistrict): void {
  const random = mulberry32(seed);
  mkdirSync(folder, { recursive: true });
  const files = new Map<string, string[]>();
  const add = (file: string, line: string): void => {
    files.get(file)?.push(line);
  };
  for (const file of Object.keys(HEADERS)) files.set(file, [HEADERS[file] ?? ""]);
  const schoolId = (index: number): string => String(800_001 + index);
  const schoolDays = schoolDaysOf();
  add("manifest.csv", "manifest.version,1.0");
  add("manifest.csv", "oneroster.version,1.2");
  add("orgs.csv", `800000,,,District ${id},district,800000,`);
  schools.forEach((_, index) => {
    const own = schoolId(index);
    add("orgs.csv", `${own},,,School ${String.fromCharCode(65 + index)},school,${own},800000`);
    for (const on of schoolDays) add("calendarDates.csv", `${own},${on},Instructional day`);
  });

  const dayAt = (share: number): Day =>
    schoolDays[Math.min(schoolDays.length - 1, Math.floor(share * schoolDays.length))] ?? FIRST_DAY;
  let number = 0;
  schools.forEach(({ grades, students }, school) => {
    for (let index = 0; index < students; index++) {
      const student = `S${700_000 + 7 * number++}`;
      const grade = grades[index % grades.length] ?? "KG";
      const others = schools.flatMap((other, index) =>
        index !== school && other.grades.includes(grade) ? [index] : [],
      );
      const next = others[Math.floor(random() * others.length)];
      const enrollments = enrollmentsOf(school, next, dayAt(0.1 + 0.8 * random()), random());
      addStudent(student, grade, enrollments);
      if (grade >= "06" && grade <= "12")
        addPlan(student, grade, enrollments[0]?.from ?? FIRST_DAY);
    }
  });
  for (const [file, lines] of files) writeFileSync(join(folder, file), `${lines.join("\n")}\n`);

  function addStudent(student: string, grade: string, enrollments: readonly Enrollment[]): void {
    add(
      "users.csv",
      `${student},,,true,${student},Given${student},Family${student},${student},${grade}`,
    );
    enrollments.forEach(({ school, from, until }, index) => {
      add(
        "roles.csv",
        `R${student}-${index},,,${student},primary,student,${from},${until ?? ""},${schoolId(school)}`,
      );
    });
    let remaining = random();
    const race = RACES.findIndex((share) => (remaining -= share) < 0);
    const flags = RACES.map((_, index) => String(index === race));
    const sex = random() < 0.49 ? "female" : "male";
    add("demographics.csv", `${student},,,,${sex},${flags.join(",")}`);
    for (const [name, share] of PROGRAMS) {
      if (random() < share) add("studentProgramAssociations.csv", `${student},${name},2021-08-16,`);
    }
    const absence = random() < 0.8 ? 0.05 * random() : 0.25 * random();
    for (const on of schoolDays) {
      if (random() < absence) add("daily_attendance.csv", `${student},${on},unexcused`);
    }
  }

  /** Most have a plan and are reviewed, some late, some never. */
  function addPlan(student: string, grade: string, from: Day): void {
    if (random() > 0.92) return;
    const latest = (share: number): Day => (dayAt(share) < from ? from : dayAt(share));
    const plan = `P${student}`;
    const closedOn = random() < 0.04 ? latest(0.5 + 0.4 * random()) : "";
    const status = closedOn === "" ? "active" : "closed";
    add(
      "plans.csv",
      `${plan},${student},ILP,2022,${status},${latest(0.3 * random())},${closedOn},C1`,
    );
    for (const domain of ["academic", "career", "personal"]) {
      if (random() > 0.85) continue;
      const goal = `${plan}${domain}`;
      add(
        "goals.csv",
        `${goal},${plan},${domain},An aim,A measure,${latest(0.6 * random())},2022-05-01,in-progress,2022-02-01`,
      );
    }
    const shares = [0.1 + 0.5 * random(), 0.5 + 0.5 * random()].filter(() => random() < 0.85);
    shares.forEach((share, index) => {
      const heldOn = latest(share);
      const family = random() < 0.7 ? ";family" : "";
      const areas = random() < 0.7 ? (FOCUS_AREAS[grade] ?? "") : "";
      add(
        "reviews.csv",
        `${plan}R${index},${plan},held,${heldOn},${heldOn},student;counselor${family},${areas}`,
      );
    });
  }
}

/** Most stay all year; a few come late, leave, or move to another school of the district. */
function enrollmentsOf(
  school: number,
  next: number | undefined,
  on: Day,
  chance: number,
): readonly Enrollment[] {
  if (chance < 0.05 && next !== undefined) {
    return [
      { school, from: FIRST_DAY, until: on },
      { school: next, from: on, until: null },
    ];
  }
  if (chance < 0.08) return [{ school, from: on, until: null }];
  return [{ school, from: FIRST_DAY, until: chance < 0.11 ? on : null }];
}

/** Every weekday of the school year but one in ten. The first day is a Monday. */
function schoolDaysOf(): readonly Day[] {
  const days: Day[] = [];
  for (let on = FIRST_DAY; on <= LAST_DAY; on = addDays(on, 1)) {
    const dayIndex = daysBetween(FIRST_DAY, on);
    if (dayIndex % 7 < 5 && dayIndex % 14 !== 11) days.push(on);
  }
  return days;
}

const HEADERS: { readonly [file: string]: string } = {
  "manifest.csv": "propertyName,value",
  "orgs.csv": "sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId",
  "users.csv":
    "sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,identifier,grades",
  "roles.csv":
    "sourcedId,status,dateLastModified,userSourcedId,roleType,role,beginDate,endDate,orgSourcedId",
  "demographics.csv":
    "sourcedId,status,dateLastModified,birthDate,sex,americanIndianOrAlaskaNative,asian,blackOrAfricanAmerican,nativeHawaiianOrOtherPacificIslander,white,demographicRaceTwoOrMoreRaces,hispanicOrLatinoEthnicity",
  "studentProgramAssociations.csv": "studentUniqueId,programName,beginDate,endDate",
  "calendarDates.csv": "schoolId,date,calendarEvent",
  "daily_attendance.csv": "student_id,date,status",
  "plans.csv": "plan_id,student_id,plan_type,school_year,status,opened_on,closed_on,counselor_id",
  "goals.csv": "goal_id,plan_id,domain,description,measurement,set_on,target_on,status,status_on",
  "reviews.csv": "review_id,plan_id,status,scheduled_on,held_on,participants,focus_areas",
};
