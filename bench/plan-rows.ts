import { addDays, type Day } from "../functions/domain/calendar/day.ts";
import type { BenchDistrict, BenchStudent } from "./district.ts";
import { seededRandom } from "./random.ts";

/** Lines of the four plan files, without their headers. */
export interface PlanLines {
  readonly plans: string[];
  readonly goals: string[];
  readonly actionSteps: string[];
  readonly reviews: string[];
}

const WITH_PLANS = new Set(["06", "07", "08", "09", "10", "11", "12"]);
const PLAN_TYPES = ["ILP", "ILP", "ILP", "ILP", "ICAP", "SSP", "EL-ILP"] as const;
const GOAL_STATUSES = ["not-started", "in-progress", "in-progress", "met", "not-met"] as const;

/** Plans of grades 6 to 12 as a year brings them: most students have one, most are reviewed, some late, some never. */
export function planLines({ students, schoolDays }: BenchDistrict): PlanLines {
  const random = seededRandom(7);
  const lines: PlanLines = { plans: [], goals: [], actionSteps: [], reviews: [] };
  const dayAt = (share: number): Day => {
    const index = Math.min(schoolDays.length - 1, Math.floor(share * schoolDays.length));
    return schoolDays[index] ?? ("2021-08-16" as Day);
  };
  for (const student of students) {
    if (!WITH_PLANS.has(student.grade) || random() > 0.94) continue;
    addPlan(lines, student, dayAt, random);
  }
  return lines;
}

function addPlan(
  lines: PlanLines,
  { id, grade }: BenchStudent,
  dayAt: (share: number) => Day,
  random: () => number,
): void {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const plan = `P${id}`;
  const opened = dayAt(random() * 0.2);
  const isDraft = random() < 0.02;
  const closedOn = !isDraft && random() < 0.02 ? dayAt(0.5 + random() * 0.4) : "";
  const status = isDraft ? "draft" : closedOn === "" ? "active" : "closed";
  const planType = pick(PLAN_TYPES);
  lines.plans.push(
    `${plan},${id},${planType},2022,${status},${opened},${closedOn},C${pick([1, 2, 3, 4, 5, 6])}`,
  );

  const domains = ["academic", "career", "personal"].filter(() => random() < 0.85);
  domains.forEach((domain, index) => {
    const goal = `${plan}G${index + 1}`;
    const isDropped = random() < 0.04;
    const goalStatus = isDropped ? "discontinued" : pick(GOAL_STATUSES);
    lines.goals.push(
      `${goal},${plan},${domain},"${pick(AIMS)}, ${domain}",${pick(MEASURES)},${dayAt(random() * 0.5)},${dayAt(0.8)},${goalStatus},${dayAt(0.6)}`,
    );
    for (let step = 1; step <= 1 + Math.floor(random() * 3); step++) {
      const completedOn = random() < 0.6 ? dayAt(random()) : "";
      const focusArea = random() < 0.3 ? pick(FOCUS_AREAS_OF[grade] ?? [""]) : "";
      lines.actionSteps.push(
        `${goal}S${step},${goal},${pick(STEPS)},${pick(OWNERS)},${focusArea},${dayAt(0.5 + random() * 0.5)},${completedOn}`,
      );
    }
  });

  const shares = [
    ...(random() < 0.92 ? [0.1 + random() * 0.5] : []),
    ...(random() < 0.8 ? [0.55 + random() * 0.43] : []),
    ...(random() < 0.1 ? [random()] : []),
  ];
  shares.forEach((share, index) => {
    const heldOn = dayAt(share);
    const isMissed = random() < 0.04;
    const who = ["student", ...(random() < 0.7 ? ["family"] : []), "counselor"].join(";");
    const areas = random() < 0.6 ? (FOCUS_AREAS_OF[grade] ?? []).join(";") : "";
    lines.reviews.push(
      `${plan}R${index + 1},${plan},${isMissed ? "missed" : "held"},${addDays(heldOn, -3)},${isMissed ? "" : heldOn},${who},${areas}`,
    );
  });
}

const FOCUS_AREAS_OF: { readonly [grade: string]: readonly string[] } = {
  "06": ["career-exploration", "education-plan"],
  "08": ["career-matching", "resume", "high-school-plan"],
  "12": ["refined-career-plan", "postsecondary-options"],
};
const AIMS = [
  "Read twenty books this year",
  "Visit three workplaces",
  "Speak up once in each class",
];
const MEASURES = ["A list of what was done", "Marks of each quarter", ""];
const STEPS = ["Ask for a timetable", "Write a first draft", "Keep a weekly log", "Meet a mentor"];
const OWNERS = ["student", "family", "counselor", "teacher"];
