import { DISTRICT, permit } from "../../access/permit.ts";
import type { ConsoleAnswer, ConsoleRequest } from "../../console/answers.ts";
import { noSchool } from "../../console/filter-asked.ts";
import { json, words } from "../../console/plain-answers.ts";
import { reasonsOf, seenStudents, type SeenStudent } from "../../console/seen-as.ts";
import { todayOf, type Today } from "../../console/today.ts";
import { schoolsMeant } from "../../domain/text/schools-meant.ts";
import type { ConsoleCase } from "./console-case.ts";
import { editionStudents } from "./edition-students.ts";
import { noteLook } from "./note-look.ts";
import { noteShown } from "./note-shown.ts";
import { listSchools } from "./seen-students.ts";

/**
 * Answers `/console/today`: how many of the students whom the reader may name are without a plan, overdue,
 * due soon. A reader of one school is shown that school.
 */
export async function todayAnswer(
  of: ConsoleCase,
  { query }: ConsoleRequest,
): Promise<ConsoleAnswer> {
  const students = await editionStudents(of);
  if (students === null) return words(404, "no edition is written yet");
  const schools = await listSchools(of);
  const refuse = async (status: 403 | 404, because: string): Promise<ConsoleAnswer> => {
    const refused = { isAllowed: false, because, role: null };
    await noteLook(of, { kind: "see-student", what: "today", permit: refused, schools: null });
    return words(status, because);
  };
  if (schools.length === 0) {
    return refuse(403, permit(of.reader, "see-student", DISTRICT, of.schools).because);
  }
  const askedSchool = query.get("school");
  const [meant, ...others] =
    askedSchool === null
      ? schools.length === 1
        ? schools
        : []
      : schoolsMeant(schools, askedSchool);
  if (others.length > 0) return words(400, "several schools have this name; give its id");
  if (askedSchool !== null && meant === undefined) {
    return refuse(404, noSchool(askedSchool, schools));
  }
  const school = meant ?? null;
  const seen = (school === null ? schools : [school]).flatMap(({ id }) =>
    seenStudents(of, students.bySchool.get(id) ?? []),
  );
  await noteCounted(of, school === null ? schools : [school], seen);
  const { requirements, asOf } = students;
  return json(
    todayOf({
      ...{ seen, requirements, asOf, schools, school, counselorName: of.counselorName },
      because: reasonsOf(seen),
    }) satisfies Today,
  );
}

/** Logs that students were counted; the entry names none. */
async function noteCounted(
  of: ConsoleCase,
  schools: ConsoleCase["schools"],
  seen: readonly SeenStudent[],
): Promise<void> {
  const [first] = seen;
  if (first === undefined) return noteShown(of, "today", schools, []);
  await noteLook(of, {
    kind: first.seesPlans ? "see-student" : "see-records",
    what: "today",
    permit: first.permit,
    schools: schools.map(({ id }) => id),
  });
}
