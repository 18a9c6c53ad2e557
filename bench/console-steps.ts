import type { StudentList } from "../functions/console/answers.ts";
import type { Today } from "../functions/console/today.ts";
import { consoleAnswer } from "../functions/pipeline/console/routes/console-answer.ts";
import type { Places } from "../functions/pipeline/ports.ts";
import { DISTRICT } from "./bench-district-id.ts";
import { stepClock, type MeasuredStep } from "./step-clock.ts";

/** One grade of the whole district: a twelfth of its students. */
const ONE_GRADE = "grade=09";

/**
 * What the console answers to the system account, in a process that has read nothing yet: a first list,
 * the same list by three other filters, and the numbers of today.
 * @throws Error where a list has nobody, so that nothing would be measured
 */
export async function consoleSteps(places: Places): Promise<readonly MeasuredStep[]> {
  const clock = stepClock();
  clock.begin("console: a first list, one grade");
  const { named } = await answerOf<StudentList>(places, `/console/students?${ONE_GRADE}`);
  clock.begin("console: that list, overdue");
  const overdue = await answerOf<StudentList>(places, `/console/students?${ONE_GRADE}&due=overdue`);
  clock.begin("console: that list, by attendance");
  await answerOf<StudentList>(places, `/console/students?${ONE_GRADE}&sort=attendance`);
  clock.begin("console: that list, a name");
  await answerOf<StudentList>(places, `/console/students?${ONE_GRADE}`, "a");
  clock.begin("console: today, whole district");
  const { all } = await answerOf<Today>(places, "/console/today");
  clock.end();
  if (named === 0 || overdue.named === 0 || all.numbers.length === 0) {
    throw new Error("a list of the console has nobody");
  }
  return clock.steps;
}

async function answerOf<T>(places: Places, address: string, search: string | null = null) {
  const [path = "", query = ""] = address.split("?");
  const { status, body } = await consoleAnswer(
    places,
    { district: DISTRICT, staff: null, isDemo: false, through: "console" },
    {
      ...{ method: "GET", path, query: new URLSearchParams(query), search },
      ...{ student: null, after: null, body: null, at: new Date().toISOString() },
    },
  );
  if (status !== 200 || typeof body !== "string") throw new Error(`${path} answers ${status}`);
  return JSON.parse(body) as T;
}
