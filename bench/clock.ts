/**
 * `npm run bench:clock`: every answer for 100,000 students with a year of reviews, under good practice
 * and under the mandate that asks most, on one core. The last line is one JSON document; exit code 1
 * when a mandate takes 5 seconds or more.
 */
import { parseArgs } from "node:util";
import { addDays, day, type Day } from "../functions/domain/calendar/day.ts";
import type { Grade } from "../functions/domain/people/grade.ts";
import { planId, schoolId, studentId } from "../functions/domain/ids.ts";
import type { PlanDocument, PlanReview } from "../functions/domain/plans/plan.ts";
import { schoolYear } from "../functions/domain/calendar/school-year.ts";
import { standingOf } from "../functions/mandates/clock/answer.ts";
import { assess } from "../functions/mandates/assess/assess.ts";
import { NO_MORE_RECORDS, type ClockCase } from "../functions/mandates/clock/clock-case.ts";
import { MANDATES } from "../functions/mandates/rules/mandates.ts";
import { seededRandom } from "./random.ts";
import { rounded, say } from "./words.ts";

const LIMIT_SECONDS = 5;
const FIRST_DAY = day("2021-09-06");
const AS_OF = day("2022-05-02");
const GRADES: readonly Grade[] = ["06", "07", "08", "09", "10", "11", "12"];

const { values } = parseArgs({ options: { students: { type: "string", default: "100000" } } });
const students = districtOf(Number(values.students));
const widest = MANDATES.reduce((a, b) => (b.requirements.length > a.requirements.length ? b : a));

const results = ["effective-practice", widest.id].map((id) => {
  const mandate = MANDATES.find((profile) => profile.id === id) ?? widest;
  const before = process.cpuUsage();
  const standings = new Map<string, number>();
  let answers = 0;
  for (const student of students) {
    for (const answer of assess(mandate, student, AS_OF)) {
      answers++;
      const standing = standingOf(answer);
      standings.set(standing, (standings.get(standing) ?? 0) + 1);
    }
  }
  const { user, system } = process.cpuUsage(before);
  return {
    mandate: id,
    seconds: rounded((user + system) / 1e6, 2),
    answers,
    standings: Object.fromEntries([...standings].sort()),
  };
});

say(JSON.stringify({ students: students.length, results }));
if (results.some(({ seconds }) => seconds >= LIMIT_SECONDS)) process.exitCode = 1;

/** Students of one large district, each with a plan and up to four reviews with participants. */
function districtOf(count: number): readonly ClockCase[] {
  const random = seededRandom(42);
  const days = Array.from({ length: 180 }, (_, index) =>
    addDays(FIRST_DAY, Math.floor(index / 5) * 7 + (index % 5)),
  );
  const calendar = { school: schoolId("A"), instructionalDays: days };
  return Array.from({ length: count }, (_, index): ClockCase => {
    const dayOfYear = (): Day => days[Math.floor(random() * days.length)] ?? FIRST_DAY;
    const plan = planId(`P${index}`);
    const reviews = Array.from({ length: Math.floor(random() * 5) }, (_, nth): PlanReview => ({
      review: `R${index}-${nth}`,
      plan,
      state: random() < 0.9 ? "held" : "missed",
      scheduledOn: null,
      heldOn: dayOfYear(),
      participants: random() < 0.5 ? ["student", "counselor"] : ["student", "family", "counselor"],
      focusAreas: [],
    }));
    const document: PlanDocument = {
      student: studentId(String(index)),
      schoolYear: schoolYear(2022),
      plans: [
        {
          ...{ plan, student: studentId(String(index)), planType: "ILP", counselor: "" },
          ...{
            schoolYear: schoolYear(2022),
            status: "active",
            openedOn: FIRST_DAY,
            closedOn: null,
          },
        },
      ],
      goals: [],
      actionSteps: [],
      reviews,
    };
    return {
      grade: GRADES[index % GRADES.length] ?? null,
      document: random() < 0.95 ? document : null,
      calendar,
      enteredOn: random() < 0.95 ? FIRST_DAY : dayOfYear(),
      more: {
        ...NO_MORE_RECORDS,
        birthOn: addDays(day("2006-01-01"), Math.floor(random() * 2000)),
        events: [{ kind: "conference-held", occurredOn: dayOfYear() }],
        assents: [
          {
            ...{ role: "family", degree: "signature", givenOn: dayOfYear() },
            ...{ isDesignee: false, isGoodFaithEffort: false },
          },
        ],
        components: [
          ...(["course-plan", "career-goal", "academic-goal"] as const).map((component) => ({
            ...{ component, enteredOn: dayOfYear(), quantity: 1, strand: "", marks: [] },
          })),
        ],
      },
    };
  });
}
